import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openDatabase, readDataVersion } from '@linernotes/database'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDataDirectory, createDataDirectory, root, runCli, startCli, type DataDirectory, type Ended } from './__fixtures__/cli.js'
import { countTracks, readContents } from './__fixtures__/read-contents.js'

const music = path.join(root, 'data/cc-by-sa-4.0/freemusicc')
const report = (ended: Ended): Record<string, unknown> => JSON.parse(ended.stdout) as Record<string, unknown>
const openShared = (directory: DataDirectory) => openDatabase({ dataDirectory: directory.path, mode: 'share' })

const listen = (title: string, at: number) => ({ track_metadata: { artist_name: 'Komiku', track_name: title }, listened_at: at })
const lines = (...rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n')

const accounted = ({ imported, duplicates }: Record<string, unknown>): number => Number(imported) + Number(duplicates)

/** Watches through the importing process's own socket until so many tracks are acknowledged. */
async function waitForTracks(directory: DataDirectory, atLeast: number): Promise<number> {
  // Who comes first has the database: that must be the import.
  while (!existsSync(path.join(directory.path, 'lock.json'))) await setTimeout(20)
  await using witness = await openShared(directory)
  expect(witness.owned).toBe(false)
  for (;;) {
    const count = await countTracks(witness)
    if (count >= atLeast) return count
    await setTimeout(20)
  }
}

let empty: DataDirectory
let history: string
let other: string
beforeAll(async () => {
  empty = await createDataDirectory()
  await (await openDatabase({ dataDirectory: empty.path, mode: 'own' }))[Symbol.asyncDispose]()
  history = path.join(empty.path, 'history.jsonl')
  await writeFile(history, lines(listen('Friends', 1_700_000_000), listen('', 1_700_000_100), listen('Shopping List', 1_700_000_200)))
  other = path.join(empty.path, 'other.jsonl')
  await writeFile(other, lines(listen('Bicycle', 1_700_000_300)))
})
afterAll(() => empty[Symbol.asyncDispose]())

describe('a history', () => {
  let directory: DataDirectory
  beforeAll(async () => {
    directory = await copyDataDirectory(empty)
  })
  afterAll(() => directory[Symbol.asyncDispose]())

  it('needs a name, and says so before anything is written', async () => {
    const { code, stdout, stderr } = await runCli(['import', 'listenbrainz', history], directory.variables)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(`${history} does not say whose history it is: add --listener EXTERNAL_ID\n`)
  })

  it('keeps the good rows, reports the others, and finds its file from where it was typed', async () => {
    const { code, stdout, stderr } = await runCli(['import', 'listenbrainz', 'history.jsonl', '--listener', 'ann'], {
      ...directory.variables,
      INIT_CWD: empty.path,
    })
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe('listenbrainz: 3 read, 2 imported, 2 kept by name (not in the catalogue yet), 1 rejected\n  line 2: track_name: empty\n')
  })

  it('is one JSON document with --json, and 3 with --strict when anything was rejected', async () => {
    const strict = await runCli(['import', 'listenbrainz', history, '--listener', 'ann', '--json', '--strict'], directory.variables)
    expect([strict.code, strict.stderr]).toEqual([3, ''])
    expect(report(strict)).toEqual({
      format: 'listenbrainz',
      read: 3,
      imported: 0,
      duplicates: 2,
      unmatched: 0,
      rejected: 1,
      problems: [{ line: 2, field: 'track_name', message: 'empty' }],
    })
    const clean = await runCli(['import', 'listenbrainz', other, '--listener', 'ann', '--strict'], directory.variables)
    expect(clean.code).toBe(0)
  })

  it.each([
    ['spotify-history', 'releases.csv.gz', /not an extended streaming history/],
    ['freemusicc', '../changelog/LICENSE', /not a releases\.csv or tracks\.csv/],
    ['listenbrainz', '.', /directory|EISDIR/],
  ])('a file that is no %s is 1, with one line that names it', async (format, name, reason) => {
    const file = path.join(music, name)
    const { code, stdout, stderr } = await runCli(['import', format, file, '--listener', 'ann', '--json'], directory.variables)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(reason)
    expect(stderr).toContain(file)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('several processes', () => {
  it('a command uses the database through the process that owns it, which sees the rows at once', async () => {
    await using directory = await copyDataDirectory(empty)
    await using owner = await openDatabase({ dataDirectory: directory.path, mode: 'own' })
    const { code } = await runCli(['import', 'listenbrainz', history, '--listener', 'ann'], directory.variables)
    const { rows } = await sql<{ title: string }>`select title from listens order by played_at`.execute(owner.db)
    expect([code, rows]).toEqual([0, [{ title: 'Friends' }, { title: 'Shopping List' }]])
    expect((await readDataVersion(owner.db)).listening).toBeGreaterThan(0)
  })

  it('two imports at once both come to their end, whichever of them has the directory', async () => {
    await using directory = await copyDataDirectory(empty)
    const jupiter = path.join(root, 'data/cc-by-sa-4.0/jupiter')
    const ended = await Promise.all([
      runCli(['import', 'jupiter', path.join(jupiter, 'jupiter-extras.jsonl.gz'), '--json'], directory.variables),
      runCli(['import', 'listenbrainz', history, '--listener', 'ann', '--json'], directory.variables),
      runCli(['import', 'listenbrainz', history, '--listener', 'ann', '--json'], directory.variables),
    ])
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0])
    // Of the same rows twice, each was new to one of the two only.
    const [episodes, ...histories] = ended.map(report)
    expect(histories.map(({ imported }) => Number(imported)).reduce((sum, count) => sum + count)).toBe(2)
    await using database = await openShared(directory)
    const { rows } = await sql`select (select count(*)::int from listens) as listens, (select count(*)::int from episodes) as episodes`.execute(database.db)
    expect(rows).toEqual([{ listens: 2, episodes: episodes?.['imported'] }])
  })
})

describe('an import that is stopped', () => {
  it(
    'keeps what was acknowledged, through Ctrl-C and kill -9, and the same command again completes it as if nothing had happened',
    { timeout: 90_000 },
    async () => {
      await using directory = await copyDataDirectory(empty)
      await using whole = await copyDataDirectory(empty)
      const command = ['import', 'freemusicc', music, '--json']

      const interrupted = startCli(command, directory.variables)
      const beforeInterrupt = await waitForTracks(directory, 1_000)
      interrupted.kill('SIGINT')
      expect(await interrupted.ended).toEqual({
        code: 130,
        stdout: '',
        stderr: expect.stringMatching(/^Interrupted at [\d.]+ MB of [\d.]+ MB\. What was taken over is kept; .*\n$/),
      })

      const killed = startCli(command, directory.variables)
      const beforeKill = await waitForTracks(directory, beforeInterrupt + 3_000)
      killed.kill('SIGKILL')
      expect((await killed.ended).code).toBeNull()
      const survivor = await openShared(directory)
      const survived = await countTracks(survivor)
      expect(survived).toBeGreaterThanOrEqual(beforeKill)
      await survivor[Symbol.asyncDispose]()

      const completed = report(await runCli(command, directory.variables))
      const uninterrupted = report(await runCli(command, whole.variables))
      expect(completed).toMatchObject({ read: uninterrupted['read'], rejected: 0 })
      expect([accounted(completed), accounted(uninterrupted)]).toEqual([completed['read'], completed['read']])
      await using one = await openShared(directory)
      await using another = await openShared(whole)
      expect(Number(uninterrupted['imported']) - Number(completed['imported'])).toBeGreaterThanOrEqual(survived)
      expect(await readContents(one)).toEqual(await readContents(another))
    },
  )

  it('behind its last row, too: facts are still counted, and servers hear of the rows', async () => {
    await using directory = await copyDataDirectory(empty)
    const small = path.join(directory.path, 'releases.csv')
    await writeFile(small, 'id,album,artist,catalog,genre,style,label,licenseurl,url,year\nfirst,One,Ana,,Electronic,IDM,Tiny,,https://a.example/1,2010\n')
    expect((await runCli(['import', 'freemusicc', small], directory.variables)).code).toBe(0)
    const before = await openShared(directory)
    const version = await readDataVersion(before.db)
    // As a kill -9 between the last batch and the counting leaves it: a release more than was counted.
    await sql`insert into releases (id, title, title_key, is_compilation, source_id) select 'rel_late', 'Late', 'late', false, source_id from releases limit 1`.execute(
      before.db,
    )
    await before[Symbol.asyncDispose]()
    expect(report(await runCli(['import', 'freemusicc', small, '--json'], directory.variables))).toMatchObject({ imported: 0, duplicates: 1 })
    await using after = await openShared(directory)
    expect((await readDataVersion(after.db)).catalog).toBe(version.catalog + 1)
    expect(report(await runCli(['import', 'freemusicc', small, '--json'], directory.variables))).toMatchObject({ imported: 0, duplicates: 1 })
    expect((await readDataVersion(after.db)).catalog).toBe(version.catalog + 1)
  })
})
