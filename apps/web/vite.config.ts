import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { checkDocuments } from './build/check-documents.ts'
import { compressFiles } from './build/compress-files.ts'

/**
 * The gateway serves dist/site at `/`; assets have names that change with their content. Nothing is inlined: the pages run under a strict
 * Content-Security-Policy. `vite` alone serves the sources and asks a gateway on port 4000.
 */
export default defineConfig({
  plugins: [react(), checkDocuments(), compressFiles()],
  build: { outDir: 'dist/site', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
})
