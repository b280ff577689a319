import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NarrativePart } from '../index.js'
import { DraftToParts } from './draft-to-parts.js'

interface Outcome {
  readonly text: string
  readonly citations: readonly (readonly string[])[]
  readonly unknown: readonly string[]
  readonly state: 'done' | 'open' | 'broken' | 'between'
  readonly parts: readonly NarrativePart[]
}

function read(chunks: readonly string[]): Outcome {
  const unknown: string[] = []
  const draft = new DraftToParts(['F0', 'F1', 'F2', 'F10'], (citation) => unknown.push(citation))
  const parts: NarrativePart[] = []
  for (const chunk of chunks) parts.push(...draft.read(chunk))
  parts.push(...draft.finish())
  return {
    text: parts.map((part) => (part.type === 'text-delta' ? part.text : '')).join(''),
    citations: parts.flatMap((part) => (part.type === 'sentence-end' ? [part.factIds] : [])),
    unknown,
    state: draft.isBroken ? 'broken' : draft.isDone ? 'done' : draft.isOpen ? 'open' : 'between',
    parts,
  }
}

const plain = '{"sentences":[{"text":"One.","facts":["F1"]},{"text":"Two.","facts":["F0","F2"]}]}'
const expected = { text: 'One. Two.', citations: [['F1'], ['F0', 'F2']], unknown: [], state: 'done' }

describe('a draft is read', () => {
  it.each([
    ['as asked for', plain],
    ['as a bare array', '[{"text":"One.","facts":["F1"]},{"text":"Two.","facts":["F0","F2"]}]'],
    ['with the facts first', '{"sentences":[{"facts":["F1"],"text":"One."},{"facts":["F0","F2"],"text":"Two."}]}'],
    ['inside another object', `{"narrative":${plain},"score":1.5e3,"ok":true}`],
    [
      'with fields that nobody asked for',
      '{"mood":{"text":"x"},"sentences":[{"id":7,"text":"One.","facts":["F1"],"why":["F2",null]},{"text":"Two.","facts":["F0","F2"]}]}',
    ],
    ['behind a preamble and a code fence', `Sure [F1], here it is {you asked}:\n\`\`\`json\n${plain}\n\`\`\``],
    ['behind thoughts', `<think>{"sentences":[{"text":"draft","facts":[]}]}</think>\n${plain}`],
    ['behind an echo of the facts', `{"F0":"x","F1":"y"}\n${plain}`],
    ['before garbage', `${plain} I hope "this" helps } ] {"sentences":[{"text":"More."}]}`],
    ['with trailing commas', '{"sentences":[{"text":"One.","facts":["F1",],},{"text":"Two.","facts":["F0","F2"]},],}'],
    ['with ids as numbers, in lower case, in one string', '{"sentences":[{"text":"One.","facts":[1]},{"text":"Two.","facts":"f0, F2"}]}'],
    ['with marks in the text', '{"sentences":[{"text":"One [F1].","facts":[]},{"text":"Two (F0, F2).","facts":["F0"]}]}'],
    ['with white space to fold', '{"sentences":[{"text":"  One.\\n\\n","facts":["F1"]},{"text":"\\tTwo. ","facts":["F0","F2"]}]}'],
    ['without its closing brackets', '{"sentences":[{"text":"One.","facts":["F1"]},{"text":"Two.","facts":["F0","F2"]}'],
  ])('%s', (name, text) => {
    const { parts: _parts, ...outcome } = read([text])
    expect(outcome).toEqual({ ...expected, state: name === 'without its closing brackets' ? 'between' : 'done' })
  })

  it('as a single sentence, or as bare strings', () => {
    expect(read(['{"text":"One.","facts":["F1"]}'])).toMatchObject({ text: 'One.', citations: [['F1']], state: 'done' })
    expect(read(['{"sentences":["One.","Two."]}'])).toMatchObject({ text: 'One. Two.', citations: [[], []], state: 'done' })
  })

  it('with quotation marks that nobody escaped', () => {
    expect(read(['{"sentences":[{"text":"It is called "Digg It!" here","facts":["F1"]}]}'])).toMatchObject({
      text: 'It is called "Digg It!" here',
      citations: [['F1']],
    })
  })

  it('with escapes, characters of two units, and nothing invisible', () => {
    const { text } = read(['{"sentences":[{"text":"Sigur R\\u00f3s \\ud83c\\udfb8 \\"x\\" a\\u0000b\\u202e\\ud800 \\/ it\\\'s","facts":[]}]}'])
    expect(text).toBe('Sigur Rós 🎸 "x" ab\ufffd / it\'s')
  })

  it('reporting citations of facts that were never given', () => {
    expect(read(['{"sentences":[{"text":"One.","facts":["F1","F99","the label"]}]}'])).toMatchObject({ citations: [['F1']], unknown: ['F99', 'the', 'label'] })
  })

  it('keeping brackets that are no citations', () => {
    expect(read(['{"sentences":[{"text":"Altwide (live) [F sharp] (2012)","facts":[]}]}']).text).toBe('Altwide (live) [F sharp] (2012)')
  })
})

describe('a draft is refused', () => {
  it.each([
    'Just some text about Elvis.',
    '',
    '{"narrative":"text"}',
    '{"sentences":[]}',
    '{"sentences":[{"text":"","facts":["F1"]}]}',
    '[[[[[[[[[[[[[[[[[[[[',
    '{{{{{{',
  ])('%j: no sentence', (text) => {
    expect(read([text])).toMatchObject({ text: '', citations: [] })
  })

  it('when it breaks after a sentence', () => {
    expect(read(['{"sentences":[{"text":"One.","facts":["F1"]},<oops>'])).toMatchObject({ text: 'One.', state: 'broken' })
  })

  it('when it does not end', () => {
    expect(read([`{"sentences":[{"text":"${'word '.repeat(10_000)}`]).state).toBe('broken')
  })

  it('leaving the sentence open in which it was cut', () => {
    expect(read(['{"sentences":[{"text":"One.","facts":["F1"]},{"text":"Tw'])).toMatchObject({ text: 'One. Tw', citations: [['F1']], state: 'open' })
  })
})

describe('the laws', () => {
  const sentence = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 60 }), facts: fc.subarray(['F0', 'F1', 'F2', 'F10']) })

  it('how an answer is cut into chunks makes no difference', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 4 }), fc.array(fc.nat(400), { maxLength: 20 }), (sentences, cuts) => {
        const text = JSON.stringify({ sentences })
        const points = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].toSorted((left, right) => left - right)
        const chunks = points.slice(1).map((point, index) => text.slice(points[index], point))
        const { parts: _whole, ...whole } = read([text])
        const { parts: _cut, ...cut } = read(chunks)
        expect(cut).toEqual(whole)
      }),
    )
  })

  it('any text gives well-formed deltas, known ids, and no exception', () => {
    const shards = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '"sentences"',
      '"text"',
      '"facts"',
      '"F1"',
      '\\u',
      '\\',
      ' ',
      'é',
      '\ud83c',
      '1',
      '<think>',
      '(F1)',
    )
    const law = fc.check(
      fc.property(fc.array(fc.oneof(shards, fc.string({ maxLength: 5 })), { maxLength: 60 }), (chunks) => {
        const { parts } = read(chunks)
        const ids = parts.flatMap((part) => (part.type === 'sentence-end' ? part.factIds : []))
        return (
          parts.every((part) => part.type !== 'text-delta' || (part.text !== '' && part.text.isWellFormed())) && ids.every((id) => /^F(?:0|1|2|10)$/u.test(id))
        )
      }),
      { numRuns: 500 },
    )
    expect(law.counterexample).toBeNull()
  })
})
