import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDataDirectory, root, runCli, type DataDirectory } from './__fixtures__/cli.js'

let directory: DataDirectory
let file: string
beforeAll(async () => {
  directory = await createDataDirectory()
  await run('import', 'jupiter', path.join(root, 'data/cc-by-sa-4.0/jupiter/jupiter-extras.jsonl.gz'))
  file = path.join(directory.path, 'receipts.json')
  await run('recommend', 'ann', '--first', '2', '--kinds', 'episode', '--provider', 'house-narrator', '--receipts', file)
})
afterAll(() => directory[Symbol.asyncDispose]())

const run = (...args: string[]) => runCli(args, directory.variables)

it('receipts of a list are valid: by words and by JSON', async () => {
  const { code, stdout } = await run('receipts', 'verify', file)
  expect([code, stdout.match(/^✓ valid {2}rct_/gm)?.length]).toEqual([0, 2])
  const json = await run('receipts', 'verify', file, '--json')
  expect(JSON.parse(json.stdout)).toEqual({
    valid: true,
    receipts: [{ id: expect.stringMatching(/^rct_/), outcome: 'valid', problems: [] }, expect.objectContaining({ outcome: 'valid' })],
  })
})

it('one edit makes the file not valid, and is named', async () => {
  const edited = path.join(directory.path, 'edited.json')
  await writeFile(edited, (await readFile(file, 'utf8')).replace('"rank": 2', '"rank": 1'))
  const { code, stdout } = await run('receipts', 'verify', edited)
  expect(code).toBe(1)
  expect(stdout).toContain('rank was edited: 1 stands where 2 was signed')
})

it('what others have played since changes nothing; in another catalogue it cannot be recomputed, and is not called valid', async () => {
  const old = path.join(directory.path, 'old.json')
  await writeFile(old, await readFile(file, 'utf8'))
  const listens = path.join(directory.path, 'listens.json')
  await writeFile(
    listens,
    JSON.stringify([{ ts: '2024-01-01T10:00:00Z', ms_played: 200_000, master_metadata_track_name: 'Ebb', master_metadata_album_artist_name: 'Gust' }]),
  )
  const imported = await run('import', 'spotify-history', listens, '--listener', 'ben', '--json')
  expect(JSON.parse(imported.stdout).imported).toBe(1)
  expect((await run('receipts', 'verify', old)).code).toBe(0)
  expect((await run('import', 'podcast-rss', path.join(root, 'data/cc0-1.0/namespace/example.xml'), '--json')).code).toBe(0)
  const { code, stdout } = await run('receipts', 'verify', old, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ valid: false, receipts: [{ outcome: 'cannot-be-recomputed' }, { outcome: 'cannot-be-recomputed' }] })
})

it.each([
  ['is not there', 'missing.json', null, 2, 'cannot be read'],
  ['holds no receipt', 'none.json', '{"data":{}}', 2, 'holds no receipt'],
  ['is no JSON', 'broken.json', '{"data"', 1, 'is not JSON'],
  ['is nested deep', 'deep.json', '['.repeat(100_000) + ']'.repeat(100_000), 1, 'is nested 100,000 deep'],
  [
    'is nested deep inside of a receipt',
    'deeper.json',
    `{"signature":"x","request":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    1,
    'is nested 100,001 deep',
  ],
  ['says two things', 'twice.json', '{"rank":1,"signature":"x","r\\u0061nk":2}', 1, '"rank" stands twice in one object'],
])('a file that %s is said to be so', async (_what, name, text, code, message) => {
  const given = path.join(directory.path, name)
  if (text !== null) await writeFile(given, text)
  const ended = await run('receipts', 'verify', given)
  expect([ended.code, ended.stdout]).toEqual([code, ''])
  expect(ended.stderr).toContain(message)
})

it('evaluate --faithfulness says what it needs, and refuses recipes that use no history', async () => {
  expect((await run('evaluate', '--faithfulness', '--recipes', 'non-profiled')).code).toBe(2)
  const { code, stderr } = await run('evaluate', '--faithfulness', '--recipes', 'rediscover', '--listeners', '3')
  expect([code, stderr]).toEqual([1, expect.stringContaining('no listener in this database has a history')])
})
