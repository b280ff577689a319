import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { generateSample } from './generate-sample.js'

// Writes data/cc0-1.0/synthetic-listeners anew. Node's gzip headers hold no time and no name.
const dataDirectory = fileURLToPath(new URL('../../../data/', import.meta.url))
const directory = join(dataDirectory, 'cc0-1.0', 'synthetic-listeners')
mkdirSync(directory, { recursive: true })
for (const [name, text] of Object.entries(generateSample(dataDirectory))) {
  const packed = gzipSync(text, { level: 9 })
  writeFileSync(join(directory, `${name}.gz`), packed)
  console.log(`${name}.gz: ${text.split('\n').length - 1} lines, ${packed.length} bytes`)
}
