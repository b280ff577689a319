import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { importContext } from '../../__fixtures__/import-context.js'
import { useImportBench } from '../../__fixtures__/import-bench.js'
import { ImportFormatError, catalogImporters, findEpisodeFacts, type ImportReport } from '../../index.js'

const bench = useImportBench()

async function importing(name: string, text: string | Uint8Array, episode?: string): Promise<ImportReport> {
  return await catalogImporters.transcript(importContext(bench.db), [await bench.files.write(name, text)], episode === undefined ? {} : { episode })
}

async function givenEpisode(guid: string): Promise<void> {
  const line = { type: 'episode', show_slug: 'talk', show_name: 'Talk', episode_guid: guid, title: `Episode ${guid}`, date: '2019-08-08T09:00:00Z', tags: [] }
  await catalogImporters.jupiter(importContext(bench.db), [await bench.files.write(`${guid}.jsonl`, JSON.stringify(line))], {})
}

async function segments() {
  return await bench.db.selectFrom('transcript_segments').select(['start_ms', 'end_ms', 'text', 'speaker']).orderBy('position').execute()
}

test('SubRip: cues with times, markup gone, entities resolved', async () => {
  await givenEpisode('one')
  const report = await importing(
    'one.srt',
    '1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Salt</i> &amp; water\r\nagain\r\n\r\n2\r\n01:00:03,250 --> 01:00:04,000\r\nBye\r\n',
    'one',
  )
  expect(report).toMatchObject({ format: 'transcript', read: 2, imported: 2, rejected: 0 })
  expect(await segments()).toEqual([
    { start_ms: 1_000, end_ms: 2_500, text: 'Salt & water again', speaker: null },
    { start_ms: 3_603_250, end_ms: 3_604_000, text: 'Bye', speaker: null },
  ])
})

test('WebVTT: Whisper’s short times, voices, and what is no cue', async () => {
  await givenEpisode('one')
  await importing(
    'one.vtt',
    'WEBVTT\n\nNOTE nothing to hear\n\n00:01.000 --> 00:02.000\n<v Ana>Low &lt;tide&gt;\n\n01:00:03.000 --> 01:00:04.000 align:start\nBen Wu: High tide\n',
    'one',
  )
  expect(await segments()).toEqual([
    { start_ms: 1_000, end_ms: 2_000, text: 'Low <tide>', speaker: 'Ana' },
    { start_ms: 3_603_000, end_ms: 3_604_000, text: 'High tide', speaker: 'Ben Wu' },
  ])
})

test('Podcasting 2.0 JSON: segments, a bad one is reported', async () => {
  await givenEpisode('one')
  const json = {
    version: '1.0.0',
    segments: [
      { speaker: 'Ana', startTime: 0.5, endTime: 2, body: 'Low tide, she says.' },
      { startTime: 'x', body: 'no time' },
      { speaker: 'Ben', startTime: 3, endTime: 4, body: 'And then?' },
    ],
  }
  expect(await importing('one.json', JSON.stringify(json), 'one')).toMatchObject({ read: 3, imported: 2, rejected: 1 })
  expect(await segments()).toEqual([
    { start_ms: 500, end_ms: 2_000, text: 'Low tide, she says.', speaker: 'Ana' },
    { start_ms: 3_000, end_ms: 4_000, text: 'And then?', speaker: 'Ben' },
  ])
})

const changelog = [
  '**Ada Quill:** \\[00:08\\] Welcome to the *harbour*, with [a link](https://example.org).',
  'We go on in another paragraph.',
  '**Ben Wu:** \\[1:02:03.45\\] Thanks. \\[laughs\\] It is `low` tide.',
  '**Ada Quill:** No time here.',
].join('\n\n')

test('Changelog Markdown: turns, times where they stand, and an episode that the path names; nothing is invented', async () => {
  expect(await importing('transcripts/podcast/the-changelog-619.md', changelog)).toMatchObject({ read: 4, imported: 4, rejected: 0 })
  expect(await segments()).toEqual([
    { start_ms: 8_000, end_ms: null, text: 'Welcome to the harbour, with a link.', speaker: 'Ada Quill' },
    { start_ms: null, end_ms: null, text: 'We go on in another paragraph.', speaker: 'Ada Quill' },
    { start_ms: 3_723_000, end_ms: null, text: 'Thanks. It is low tide.', speaker: 'Ben Wu' },
    { start_ms: null, end_ms: null, text: 'No time here.', speaker: 'Ada Quill' },
  ])
  const [episode] = await bench.db.selectFrom('episodes').selectAll().execute()
  expect(episode).toMatchObject({ title: 'The Changelog 619', episode_number: 619, published_at: null, duration_ms: null, description: null })
  const facts = (await findEpisodeFacts(bench.db, [episode?.id ?? ''])).get(episode?.id ?? '') ?? []
  expect(facts.flatMap((fact) => (['host', 'guest', 'speaker'].includes(fact.property) ? [[fact.property, fact.values['name']]] : []))).toEqual([
    ['speaker', 'Ada Quill'],
    ['speaker', 'Ben Wu'],
  ])
})

test('show notes beside the transcript become the description', async () => {
  await bench.files.write('beside/show-notes/podcast/the-changelog-620.md', '* [A tide table](https://example.org/t)\n* [Salt](https://example.org/s) by Ana\n')
  await importing('beside/transcripts/podcast/the-changelog-620.md', changelog)
  expect(await bench.db.selectFrom('episodes').select('description').execute()).toEqual([
    { description: 'Linked in the show notes: A tide table; Salt by Ana.' },
  ])
})

test('the same file twice changes nothing, a shorter one takes its place', async () => {
  await importing('transcripts/podcast/the-changelog-619.md', changelog)
  expect(await importing('transcripts/podcast/the-changelog-619.md', changelog)).toMatchObject({ read: 4, imported: 0, duplicates: 4 })
  await importing('transcripts/podcast/the-changelog-619.md', '**Ada Quill:** Only this.')
  expect((await segments()).map((segment) => segment.text)).toEqual(['Only this.'])
})

test('bytes that are no text are reported, the cues beside them are kept', async () => {
  await givenEpisode('one')
  const bytes = Buffer.concat([
    Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nZ'),
    Buffer.from([0xfc]),
    Buffer.from('rich\n\n2\n00:00:03,000 --> 00:00:04,000\nBern\n'),
  ])
  expect(await importing('one.srt', bytes, 'one')).toMatchObject({ read: 2, imported: 1, rejected: 1 })
  expect((await segments()).map((segment) => segment.text)).toEqual(['Bern'])
})

test.each([
  ['captions without an episode', 'x.srt', '1\n00:00:01,000 --> 00:00:02,000\nHello\n', undefined, /--episode/],
  ['captions of an episode that is not here', 'x.srt', '1\n00:00:01,000 --> 00:00:02,000\nHello\n', 'nowhere', /no episode has the id or guid nowhere/],
  ['Markdown from nobody knows where', 'x/notes.md', '**Ada Quill:** Hello.', undefined, /--episode/],
  ['a table', 'x.csv', 'a,b\n1,2\n', 'one', /not a transcript/],
  ['other JSON', 'x.json', '{"words":[]}', 'one', /not a transcript/],
  ['bytes', 'x.bin', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), 'one', /not a transcript/],
  ['nothing', 'x.vtt', '', 'one', /the file is empty/],
])('%s: one clear error', async (_, name, text, episode, message) => {
  const importingIt = importing(name, text, episode)
  await expect(importingIt).rejects.toThrow(ImportFormatError)
  await expect(importingIt).rejects.toThrow(message)
})

test('a guid that two shows have is not guessed; an id is', async () => {
  await givenEpisode('one')
  const other = { type: 'episode', show_slug: 'other', show_name: 'Other', episode_guid: 'two', title: 'Two', date: '2019-08-08T09:00:00Z', tags: [] }
  await catalogImporters.jupiter(importContext(bench.db), [await bench.files.write('two.jsonl', JSON.stringify(other))], {})
  await bench.db.updateTable('episodes').set({ guid: 'one' }).where('guid', '=', 'two').execute()
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nHello there\n'
  await expect(importing('one.srt', srt, 'one')).rejects.toThrow(/several episodes have the guid one/)
  const { id } = await bench.db.selectFrom('episodes').select('id').where('title', '=', 'Two').executeTakeFirstOrThrow()
  expect(await importing('one.srt', srt, id)).toMatchObject({ imported: 1 })
})

test('one --episode takes one transcript', async () => {
  const file = await bench.files.write('one.srt', '1\n00:00:01,000 --> 00:00:02,000\nHello\n')
  await expect(catalogImporters.transcript(importContext(bench.db), [file, file], { episode: 'one' })).rejects.toThrow(/one transcript at a time/)
})

test('a transcript that breaks off gives what came before, and takes nothing away; one in which nothing is said changes nothing', async () => {
  const packed = gzipSync(changelog.repeat(1))
  await importing('transcripts/podcast/the-changelog-619.md', changelog)
  const before = await segments()
  const report = await importing('transcripts/podcast/the-changelog-619.md', packed.subarray(0, packed.length - 8))
  expect(report).toMatchObject({ imported: 0, rejected: 1 })
  expect(report.problems[0]?.message).toMatch(/break off/)
  expect(await segments()).toEqual(before)
  await givenEpisode('one')
  await importing('one.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n', 'one')
  expect(await importing('one.vtt', 'WEBVTT\n\nNOTE\nnobody speaks\n', 'one')).toMatchObject({ read: 0, imported: 0 })
  expect((await segments()).map(({ text }) => text)).toContain('Hello')
})

test('JSON that is timed word by word becomes sentences of one speaker', async () => {
  await givenEpisode('one')
  const words = ['I', 'am', 'your', 'father.', 'Nooooo'].map((body, index) => ({
    speaker: index < 4 ? 'Darth' : 'Luke',
    startTime: index,
    endTime: index + 0.5,
    body,
  }))
  await importing('one.json', JSON.stringify({ segments: [...words, { startTime: 9, endTime: 8, body: 'backwards' }] }), 'one')
  expect(await segments()).toEqual([
    { start_ms: 0, end_ms: 3_500, text: 'I am your father.', speaker: 'Darth' },
    { start_ms: 4_000, end_ms: 4_500, text: 'Nooooo', speaker: 'Luke' },
  ])
})
