import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openDatabase, type DatabaseHandle } from '@linernotes/database'
import { ensureListener, recordListens } from '@linernotes/listening'
import { sql } from 'kysely'
import { createDataDirectory, runCli, type Variables } from './cli.js'

/** One model, which writes down each narrative that it begins, by a hash of what it was given. A second try with reasons of refusal is not another narrative. */
const configuration = `
import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
const begun = new URL('begun.log', import.meta.url)
const provider = {
  capabilities: { kinds: ['track', 'episode'], styles: ['blurb', 'dj', 'pitch'], languages: ['en'], streaming: true, structuredOutput: false, seed: false,
    maxInputTokens: 1000, locality: 'on-device', realisation: 'model', promptVersion: '1', maxConcurrency: null },
  async *narrate({ facts, reasons, refusals }) {
    const fact = facts.find(({ id }) => id === reasons[0]?.factIds[0]) ?? facts[0]
    if (refusals.length === 0) appendFileSync(begun, createHash('sha256').update(JSON.stringify([facts, reasons.map(({ code, factIds }) => [code, factIds])])).digest('hex') + '\\n')
    yield { type: 'narrative-start', model: 'test', warnings: [] }
    await sleep(40)
    yield { type: 'text-delta', text: fact.statement }
    yield { type: 'sentence-end', factIds: [fact.id] }
    yield { type: 'narrative-end', finish: 'complete', usage: { inputTokens: 900, outputTokens: 100, cachedInputTokens: null, costMicroUsd: null } }
  },
  health: async () => ({ state: 'up', detail: null }),
  [Symbol.asyncDispose]: async () => undefined,
}
const config = { '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }) } }
const plugin = { contract: 'narrative/v1', key: 'model', displayName: 'Model', version: '1', config, create: async () => provider }
export default () => ({ providers: [async () => ({ default: plugin })], narratives: {}, order: { track: ['model'], episode: ['model'] }, deadlineMs: 3000 })
`

const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gorse', 'Hazel']
const csv = (rows: readonly (readonly (string | number)[])[]): string => `${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`
const releases = csv([
  ['activity', 'album', 'artist', 'catalog', 'duration', 'genre', 'id', 'label', 'licenseurl', 'rating', 'style', 'totaldiscs', 'totaltracks', 'url', 'year'],
  ...names.map((name, place) => [1, `${name} Songs`, `${name} Choir`, '?', 600, 'Ambient', name, 'Hedgerow', 'http://creativecommons.org/licenses/by/4.0/', 1, 'Choral', 1, 3, `http://archive.example/${name}`, 2010 + place]),
])
const tracks = csv([
  ['activity', 'disc', 'duration', 'id', 'rating', 'title', 'track', 'trackartist', 'trackurl'],
  ...names.flatMap((name) => ['Leaf', 'Bark', 'Root'].map((part, place) => [1, 1, 200 + 20 * place, name, 1, `${name} ${part}`, place + 1, `${name} Choir`, `http://archive.example/${name}/${place}.mp3`])),
])

export interface AheadWorld extends AsyncDisposable {
  readonly variables: Variables
  /** Hashes of the narratives that the model began, in order. */
  begun(): Promise<readonly string[]>
  open(): Promise<DatabaseHandle>
}

/** A catalogue of 24 tracks and so many listeners, no two with the same facts: embedded, or on a database of its own on that server. */
export async function createAheadWorld(server: string | null, listeners: number): Promise<AheadWorld> {
  await using made = new AsyncDisposableStack()
  const directory = made.use(await createDataDirectory())
  const home = path.dirname(directory.path)
  const url = server === null ? null : made.use(await createServerDatabase(server, directory.path)).url
  const variables = { ...directory.variables, LINERNOTES_CONFIG: path.join(home, 'model.config.mjs'), ...(url !== null && { DATABASE_URL: url }) }
  await writeFile(variables.LINERNOTES_CONFIG, configuration)
  await writeFile(path.join(home, 'begun.log'), '')
  await writeFile(path.join(home, 'releases.csv'), releases)
  await writeFile(path.join(home, 'tracks.csv'), tracks)
  const imported = await runCli(['import', 'freemusicc', path.join(home, 'releases.csv'), path.join(home, 'tracks.csv')], variables)
  if (imported.code !== 0) throw new Error(imported.stderr)
  const open = () => openDatabase({ url: url ?? undefined, dataDirectory: directory.path, mode: 'share' })
  await using database = await open()
  const played = await database.db.selectFrom('tracks').select('id').where('title', 'in', ['Alder Leaf', 'Birch Leaf']).execute()
  for (let number = 0; number < listeners; number += 1) {
    const { id } = await ensureListener(database.db, { externalId: `listener-${number}` })
    const plays = Array.from({ length: 5 + number }, (_, play) => ({ playedAt: new Date(Date.UTC(2024, 0, 1 + play, number)), playedMs: 190_000 }))
    await recordListens(database.db, id, played.flatMap(({ id: itemId }) => plays.map((play) => ({ ...play, itemId }))), { now: Date.now })
  }
  const whole = made.move()
  return {
    variables,
    begun: async () => (await readFile(path.join(home, 'begun.log'), 'utf8')).split('\n').filter((line) => line !== ''),
    open,
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  }
}

async function createServerDatabase(server: string, dataDirectory: string): Promise<AsyncDisposable & { readonly url: string }> {
  const name = `linernotes_test_${randomBytes(8).toString('hex')}`
  const administer = async (statement: string): Promise<void> => {
    await using database = await openDatabase({ url: server, dataDirectory, mode: 'share' })
    await sql.raw(statement).execute(database.db)
  }
  await administer(`create database ${name}`)
  const own = new URL(server)
  own.pathname = `/${name}`
  return { url: own.href, [Symbol.asyncDispose]: () => administer(`drop database if exists ${name} with (force)`) }
}
