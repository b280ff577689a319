import assert from 'node:assert/strict'
import type { NarrativePart } from '../part.js'
import { describeValue } from './describe-value.js'

const start = "yield { type: 'narrative-start', model, warnings: [] }"
const end = "yield { type: 'narrative-end', finish: 'complete', usage }"

/** One start first, one end last, and nothing after it. */
export function assertFrame(parts: readonly NarrativePart[]): void {
  const [first, last] = [parts.at(0), parts.at(-1)]
  if (first === undefined) assert.fail(`It gave no part at all; expected narrative-start, text, narrative-end: ${start} first and ${end} last`)
  assert.ok(first.type === 'narrative-start', `The first part is ${describeValue(first)}; expected narrative-start: ${start} before everything else`)
  const again = parts.findIndex((part, index) => index > 0 && part.type === 'narrative-start')
  assert.ok(
    again === -1,
    `More than one start: part ${again + 1} is a narrative-start again; expected exactly one: ${start} once for each narrate(), outside of loops`,
  )
  const ended = parts.findIndex((part) => part.type === 'narrative-end')
  assert.ok(ended !== -1, `There is no narrative-end: the last part is ${describeValue(last)}; expected exactly one, last: ${end}, and return`)
  if (ended === parts.length - 1) return
  const next = parts[ended + 1]
  const fault = next?.type === 'narrative-end' ? 'More than one end' : 'It goes on after its end'
  assert.fail(`${fault}: after narrative-end came ${describeValue(next)}; expected nothing: ${end} once, after the last sentence, and return`)
}

/** Text stands before the end of its sentence; in a complete narrative every sentence has one. */
export function assertSentences(parts: readonly NarrativePart[]): void {
  let open = ''
  let sentences = 0
  for (const part of parts) {
    if (part.type === 'text-delta') open += part.text
    if (part.type !== 'sentence-end') continue
    assert.ok(
      open.trim() !== '',
      `A sentence-end, number ${sentences + 1}, came before its text; expected text-delta, then sentence-end: yield the words first, then the ids of their facts`,
    )
    sentences += 1
    open = ''
  }
  const last = parts.at(-1)
  if (last?.type !== 'narrative-end' || last.finish !== 'complete') return
  assert.ok(
    open.trim() === '' && parts.at(-2)?.type === 'sentence-end',
    `The last sentence has no end: before narrative-end came ${describeValue(parts.at(-2))}; expected sentence-end: yield { type: 'sentence-end', factIds: [...] } after the text of each sentence`,
  )
}
