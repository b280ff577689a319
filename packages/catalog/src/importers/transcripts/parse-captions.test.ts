import { expect, test } from 'vitest'
import { parseCaptions } from './parse-captions.js'
import { parseChangelogMarkdown } from './parse-changelog-markdown.js'

async function said(text: string, type: 'srt' | 'vtt'): Promise<(string | null)[][]> {
  return (await parseCaptions(text, type)).segments.map((segment) => [segment.speaker, segment.text])
}

test('names at the start of cues are who speaks; what only looks like a name is said', async () => {
  const srt = [
    '1\n00:00:01,000 --> 00:00:02,000\nTravis: When you start,',
    '2\n00:00:02,000 --> 00:00:03,000\nyou make mistakes.',
    '3\n00:00:03,000 --> 00:00:04,000\nQuestion: Which ones?',
    '4\n00:00:04,000 --> 00:00:05,000\nGilly Ann: All of them.\n',
  ]
  expect(await said(srt.join('\n\n'), 'srt')).toEqual([
    ['Travis', 'When you start,'],
    ['Travis', 'you make mistakes.'],
    ['Travis', 'Question: Which ones?'],
    ['Gilly Ann', 'All of them.'],
  ])
  expect(await said('1\n00:00:01,000 --> 00:00:02,000\nI say.\n\n2\n00:00:02,000 --> 00:00:03,000\nMy Plan: nothing.\n', 'srt')).toEqual([
    [null, 'I say.'],
    [null, 'My Plan: nothing.'],
  ])
})

test('a cue may hold several voices, and one without a voice is nobody’s', async () => {
  const vtt =
    'WEBVTT\n\n00:01.000 --> 00:02.000\nwe stop at 00:05.000 sharp.\n\n00:02.000 --> 00:03.000\n<v Ana>Stop.</v> <v.loud Ben>No!</v>\n\n00:03.000 --> 00:04.000\nSilence.\n'
  expect(await said(vtt, 'vtt')).toEqual([
    [null, 'we stop at 00:05.000 sharp.'],
    ['Ana', 'Stop.'],
    ['Ben', 'No!'],
    [null, 'Silence.'],
  ])
})

test.each([
  '\u0000\u202E',
  '<v '.repeat(20_000),
  '&#x110000;&lt;',
  '-->'.repeat(20_000),
  '\uD800',
  'X: '.repeat(50_000),
  '*'.repeat(20_000),
  '[(\\'.repeat(10_000),
])('hostile text ends soon, and nothing else is lost (%#)', async (body) => {
  const { segments, problems } = await parseCaptions(`WEBVTT\n\n00:00.000 --> 99:99:99.999\nlost\n\n00:01.000 --> 00:02.000\nkept ${body}\n`, 'vtt')
  expect(segments.length + problems.length).toBeGreaterThan(0)
  expect(parseChangelogMarkdown(`**Ada:** kept\n\n**Ada:** ${body}`).segments[0]?.text).toBe('kept')
})
