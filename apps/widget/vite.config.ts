import { defineConfig } from 'vite'

/** One file, one script tag: the gateway serves it at /widget/liner-note.js. */
export default defineConfig({
  build: { outDir: 'dist/site', emptyOutDir: true, target: 'es2022', lib: { entry: 'src/liner-note.ts', formats: ['es'], fileName: () => 'liner-note.js' } },
})
