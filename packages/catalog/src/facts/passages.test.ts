import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { array, assert, boolean, constantFrom, property, record } from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseChangelogMarkdown } from '../importers/transcripts/parse-changelog-markdown.js'
import { cutPassages, type SegmentText } from './cut-passages.js'
import { quotability } from './quotability.js'
import { rankPassages } from './rank-passages.js'
import { splitSentences } from './split-sentences.js'

test.each([
  ['One here. Two there! Three? “Four.” Five', ['One here.', 'Two there!', 'Three?', '“Four.”', 'Five']],
  ['Dr. Who met J. R. Smith at 5 p.m. today. So did I. Then vs. Now.', ['Dr. Who met J. R. Smith at 5 p.m. today.', 'So did I.', 'Then vs. Now.']],
  ['Well... Maybe. Version 1.5 is No. 5. He said no. Then 5 came.', ['Well... Maybe.', 'Version 1.5 is No. 5.', 'He said no.', 'Then 5 came.']],
  ['', []],
  ['  ', []],
])('%j has the sentences %j', (text, sentences) => {
  const found = splitSentences(text)
  expect(found.map((sentence) => sentence.text)).toEqual(sentences)
  for (const sentence of found) expect(text.slice(sentence.start, sentence.start + sentence.text.length)).toBe(sentence.text)
})

const cue = record({
  text: constantFrom(
    'The tide table was drawn',
    'by hand in nineteen twelve.',
    'Nobody has checked the marsh since then.',
    'So.',
    'It goes on and on, as far as I know',
  ),
  speaker: constantFrom('Ana', 'Ben', null),
  isTimed: boolean(),
})

test('a passage is literally what one voice says, from the start of its first cue to the end of its last', () => {
  assert(
    property(array(cue, { maxLength: 30 }), (cues) => {
      const segments = cues.map(({ text, speaker, isTimed }, index): SegmentText => ({
        text,
        speaker,
        startMs: isTimed ? index * 2_000 : null,
        endMs: isTimed ? index * 2_000 + 1_900 : null,
      }))
      for (const passage of cutPassages(segments)) {
        const runs = segments.flatMap((_, from) => segments.slice(from).map((__, length) => segments.slice(from, from + length + 1)))
        const fits = runs.filter(
          (run) =>
            run.every(({ speaker }) => speaker === passage.speaker) &&
            run
              .map(({ text }) => text)
              .join(' ')
              .includes(passage.text) &&
            (run[0]?.startMs ?? null) === passage.startMs &&
            (run.at(-1)?.endMs ?? null) === passage.endMs,
        )
        expect(fits.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 50 },
  )
})

test('of a turn with one time only its first sentence has it', () => {
  const turn = { startMs: 5_000, endMs: null, speaker: 'Ana', text: 'The tide table was drawn by hand. Nobody has checked the marsh since then.' }
  expect(cutPassages([turn]).map(({ firstSentence, lastSentence, startMs, endMs }) => [firstSentence, lastSentence, startMs, endMs])).toEqual([
    [0, 0, 5_000, null],
    [0, 1, 5_000, null],
    [1, 1, null, null],
  ])
})

test('cues with a long silence between them are not one sentence', () => {
  const cues = ['The tide table of this harbour was', 'drawn by hand in nineteen twelve.'].map((text, index) => ({
    text,
    speaker: null,
    startMs: index * 60_000,
    endMs: index * 60_000 + 2_000,
  }))
  expect(cutPassages(cues).map(({ text }) => text)).toEqual(['The tide table of this harbour was', 'drawn by hand in nineteen twelve.'])
})

test.each([
  'Welcome to the show, it is good to have you here today.',
  'Hello everybody, we are back with another conversation about tides.',
  'This episode is brought to you by our friends at Tideline.',
  'Use the code TIDE for ten percent off your first order today.',
  'Head to tideline.dev and start your free trial right now please.',
  'Thank you so much for coming on and talking about tides with us.',
  'and this one begins in the middle of something that was said.',
  'This one never comes to an end because it was cut off by',
  'On this episode we talk about the salt marsh and its tides.',
])('%s is not quoted', (text) => {
  expect(quotability(text)).toBeNull()
})

function untimed(text: string): SegmentText {
  return { text, speaker: null, startMs: null, endMs: null }
}

test('passages with a term come, those with more of it before others; a phrase counts more than its words; small talk is left out', () => {
  const open = untimed('Open source software was what made the whole harbour project possible.')
  const source = untimed('Every river that we know of has a source somewhere in the mountains.')
  const other = untimed('Nobody has checked the salt marsh since nineteen twelve, as far as I know.')
  expect(rankPassages([other, source, open], ['open source'], 5)).toEqual([open, source])
  expect(rankPassages([open, source, other], ['RIVERS', 'the'], 1)).toEqual([source])
  expect(rankPassages([other], ['.*', '(', '\\', ''], 5)).toEqual([other])
  expect(rankPassages([], ['x'], 5)).toEqual([])
  const beside = cutPassages([{ ...other, text: `Rivers are what we came to see here today. ${other.text}` }])
  expect(rankPassages(beside, ['rivers'], 5).map(({ text }) => text)).toEqual([expect.stringMatching(/^Rivers.*far as I know\.$/u)])
  expect(rankPassages(beside, ['ships'], 5)).toEqual([])
})

describe('real transcripts', () => {
  const folder = path.join(import.meta.dirname, '../../../../data/cc-by-sa-4.0/changelog/transcripts')
  let transcripts: (readonly SegmentText[])[]
  beforeAll(async () => {
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'))
    transcripts = await Promise.all(files.map(async (name) => parseChangelogMarkdown(await readFile(path.join(folder, name), 'utf8')).segments))
  })

  test('nothing of Markdown is left, and breaks are nobody’s words', () => {
    const segments = transcripts.flat()
    expect(segments.length).toBeGreaterThan(1_000)
    for (const { text, speaker } of segments) {
      expect(text).not.toMatch(/\\|(?<!\w)\*\*|\*\*(?!\w)|__\w|\]\(|\[\d+:\d|^(Break|Jingle|Outro):?$|\s{2}/)
      expect(speaker).toMatch(/^\p{Lu}[\p{L}. ’'-]+$/u)
    }
  })

  test('passages stand literally in one turn, and answer in no time', () => {
    const started = process.cpuUsage()
    const found = transcripts.slice(0, 5).map((segments) => rankPassages(cutPassages(segments), ['database', 'open source', 'testing'], 5))
    const used = process.cpuUsage(started)
    for (const [index, passages] of found.entries()) {
      expect(passages.length).toBeGreaterThan(0)
      expect(passages.length).toBeLessThanOrEqual(5)
      for (const { text, speaker } of passages)
        expect(transcripts[index]?.some((segment) => segment.speaker === speaker && segment.text.includes(text))).toBe(true)
    }
    // A generous bound: it takes about 20 ms; with Intl.Segmenter it took 300.
    expect((used.user + used.system) / 1_000).toBeLessThan(1_000)
  })
})
