import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The gateway serves dist/site at `/`; assets have names that change with their content. */
export default defineConfig({ plugins: [react()], build: { outDir: 'dist/site', emptyOutDir: true, target: 'es2022' } })
