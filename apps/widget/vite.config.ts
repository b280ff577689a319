import { defineConfig } from 'vite'
import { compressFiles } from '../web/build/compress-files.ts'

/** One file, one script tag: the gateway serves it at /widget/liner-note.js. */
export default defineConfig({
  plugins: [compressFiles()],
  build: { outDir: 'dist/site', emptyOutDir: true, target: 'es2022', lib: { entry: 'src/liner-note.ts', formats: ['es'], fileName: () => 'liner-note.js' } },
})
