import { listeningImporters, ensureListener } from './dist/index.js'
import { createTestDatabase } from '../database/dist/testing/index.js'
import { readdirSync } from 'node:fs'
const dir = '/work/shared/data/listens/listenbrainz/testdata/'
const t = await createTestDatabase()
const now = () => Date.UTC(2026, 10, 23)
const only = process.argv[2]
for (const f of readdirSync(dir).sort()) {
  if (only && !f.includes(only)) continue
  for (const format of f.startsWith('spotify') ? ['spotify-history'] : ['listenbrainz']) {
    try {
      const r = await listeningImporters[format]({ db: t.db, now, signal: AbortSignal.timeout(20000) }, [dir + f], { listener: f })
      console.log(f.padEnd(50), format, 'read', r.read, 'imp', r.imported, 'dup', r.duplicates, 'unm', r.unmatched, 'rej', r.rejected)
      for (const p of r.problems) console.log('      ', p.line, p.field, '|', p.message)
    } catch (e) {
      console.log(f.padEnd(50), 'ERR', e.name, e.name === 'ImportFormatError' ? e.message.replace(dir, '') : e.stack)
    }
  }
}
await t[Symbol.asyncDispose]()
