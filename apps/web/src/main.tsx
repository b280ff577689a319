import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { createApiClient } from './api/client'
import { App } from './app/app'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Provider value={createApiClient(window.location.origin, window.fetch.bind(window))}>
        <App />
      </Provider>
    </StrictMode>,
  )
