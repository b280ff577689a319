import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const LEAST_BYTES = 1_024

/** Puts NAME.br and NAME.gz beside each file of text that was built, as small as they get: the gateway sends them as they are (precompressed-files.ts). */
export function compressFiles(): Plugin {
  let directory = ''
  return {
    name: 'compress-files',
    apply: 'build',
    configResolved: ({ root, build }) => void (directory = path.resolve(root, build.outDir)),
    closeBundle() {
      for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(?:js|css|svg)$/.test(name)) continue
        const file = path.join(directory, name)
        const bytes = readFileSync(file)
        if (bytes.length < LEAST_BYTES) continue
        writeFileSync(`${file}.br`, brotliCompressSync(bytes))
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
