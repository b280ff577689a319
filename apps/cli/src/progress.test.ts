import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { openProgress, sayAmount } from './progress.js'

function terminal(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly written: () => string } {
  const pieces: string[] = []
  const stream = new Writable({ write: (piece, _, done) => done(void pieces.push(String(piece))) })
  return { stream: Object.assign(stream, { isTTY, columns: 100, rows: 24 }) as unknown as NodeJS.WriteStream, written: () => pieces.splice(0).join('') }
}

const clearLine = '\u001B[2K'
const showCursor = '\u001B[?25h'

it('draws a bar where somebody looks at it, and takes it away', () => {
  const { stream, written } = terminal(true)
  const progress = openProgress('Importing freemusicc', stream)
  progress.update({ done: 750_000, total: 3_000_000, unit: 'bytes' })
  const drawn = written()
  expect(drawn).toContain('Importing freemusicc')
  expect(drawn).toContain('25% · 0.8 MB of 3.0 MB')
  progress[Symbol.dispose]()
  const afterwards = written()
  expect(afterwards).toContain(showCursor)
  expect(afterwards.endsWith(clearLine)).toBe(true)
})

it('writes nothing into a file or a pipe', () => {
  const { stream, written } = terminal(false)
  const progress = openProgress('Importing freemusicc', stream)
  progress.update({ done: 1, total: 2, unit: 'rows' })
  progress[Symbol.dispose]()
  expect(written()).toBe('')
})

it('does not know an end that nobody knows', () => {
  const { stream, written } = terminal(true)
  const progress = openProgress('Importing', stream)
  progress.update({ done: 12_000, total: null, unit: 'rows' })
  expect(written()).toContain('12,000 rows of ?')
  progress[Symbol.dispose]()
})

it('says amounts as people read them', () => {
  expect([sayAmount(1_234_567, 'bytes'), sayAmount(1_234_567, 'rows')]).toEqual(['1.2 MB', '1,234,567 rows'])
})
