import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Database } from '@linernotes/database'
import { createTestDatabase } from '@linernotes/database/testing'
import { ensureListener, recordListens } from '@linernotes/listening'
import { importFiles, openPlatform, type Platform } from '@linernotes/serving'
import type { Kysely } from 'kysely'
import { openDj, type Dj, type DjOptions, type Understanding } from '../index.js'
import { FakeClock } from './fake-clock.js'
import { plainNarrator, type Manner } from './plain-narrator.js'

export const listening = new AbortController().signal

const csv = (rows: readonly (readonly (string | number)[])[]): string => `${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`
const names = 'Alder Birch Cedar Dogwood Elm Fir Gorse Hazel Iris Juniper Kale Larch Maple Nettle Oak Poplar Quince Rowan Spruce Thistle Umbel Violet Willow Yarrow'.split(' ')
const styles = ['Ambient', 'Techno', 'Jazz', 'Punk', 'Folk', 'Drum & Bass']
const labels = ['Hedgerow', 'Thicket', 'Meadow', 'Fen']

const releases = csv([
  ['activity', 'album', 'artist', 'catalog', 'duration', 'genre', 'id', 'label', 'licenseurl', 'rating', 'style', 'totaldiscs', 'totaltracks', 'url', 'year'],
  ...names.map((name, place) => [1, `${name} Songs`, `${name} Choir`, '?', 600, styles[place % 6] ?? '', name, labels[place % 4] ?? '', 'http://creativecommons.org/licenses/by/4.0/', 1, '', 1, 6, `http://archive.example/${name}`, 1990 + place]),
])
const parts = ['Leaf', 'Bark', 'Root', 'Twig', 'Bud', 'Seed']
const tracks = csv([
  ['activity', 'disc', 'duration', 'id', 'rating', 'title', 'track', 'trackartist', 'trackurl'],
  ...names.flatMap((name, number) => parts.map((part, place) => [1, 1, 100 + 37 * place + 11 * number, name, 1, `${name} ${part}`, place + 1, `${name} Choir`, `http://archive.example/${name}/${place}.mp3`])),
])

/** Twenty-four records of six tracks, and a listener with a past; the listener's id. */
export async function fillCatalogue(db: Kysely<Database>, directory: string): Promise<string> {
  const context = { db, now: Date.now, signal: listening }
  await writeFile(path.join(directory, 'releases.csv'), releases)
  await writeFile(path.join(directory, 'tracks.csv'), tracks)
  await importFiles(context, 'freemusicc', [path.join(directory, 'releases.csv'), path.join(directory, 'tracks.csv')], {})
  const played = await db.selectFrom('tracks').select('id').where('title', 'in', ['Alder Leaf', 'Birch Leaf', 'Cedar Leaf', 'Elm Bark', 'Fir Root']).orderBy('title').execute()
  const { id } = await ensureListener(db, { externalId: 'listener', synthetic: true })
  const listens = played.flatMap(({ id: itemId }, place) =>
    Array.from({ length: 6 + place }, (_, play) => ({ itemId, playedAt: new Date(Date.UTC(2019 + (place % 3), 0, 1 + play)), playedMs: 99_000 })),
  )
  await recordListens(db, id, listens, { now: Date.now })
  return id
}

export interface DjWorld extends AsyncDisposable {
  readonly db: Kysely<Database>
  readonly platform: Platform
  readonly listenerId: string
  readonly clock: FakeClock
  /** What the next request is taken to mean. */
  understanding: Understanding
  /** How the model behaves; behind it stands a narrator that only states facts. */
  manner: Manner
  /** A DJ on the same database: the first one, or the one after a restart. */
  open(options?: Partial<DjOptions>): Promise<Dj>
  /** The same platform on a database that does what `change` makes of it. */
  platformOn(db: Kysely<Database>): Platform
}

/** A small catalogue, a listener with a past, and a clock that stands still. */
export async function djWorld(): Promise<DjWorld> {
  await using opened = new AsyncDisposableStack()
  const directory = await mkdtemp(path.join(tmpdir(), 'ln-dj-'))
  opened.defer(() => rm(directory, { recursive: true, force: true }))
  const { db } = opened.use(await createTestDatabase())
  const listenerId = await fillCatalogue(db, directory)
  const clock = new FakeClock()
  const behaviour: { manner: Manner; understanding: Understanding } = { manner: 'states', understanding: { operations: [], understood: [], refused: [] } }
  const config = {
    providers: [plainNarrator('plain', () => 'states'), plainNarrator('model', () => behaviour.manner)].map((plugin) => async () => ({ default: plugin })),
    narratives: {},
    order: { track: ['model', 'plain'], episode: ['model', 'plain'] },
  }
  const database = { db, kind: 'embedded' as const, owned: true, guests: () => 0, [Symbol.asyncDispose]: async () => undefined }
  const where = { dataDirectory: directory, modelsDirectory: directory, rootDirectory: directory }
  const platform = opened.use(await openPlatform({ database, ...where, config, now: clock.now, fetch, log: () => undefined, signal: listening }))
  const whole = opened.move()
  return Object.assign(behaviour, {
    db,
    platform,
    listenerId,
    clock,
    open: async (options: Partial<DjOptions> = {}) =>
      await openDj({
        platform,
        speaker: null,
        understand: async () => behaviour.understanding,
        now: clock.now,
        random: () => 0.5,
        after: clock.after,
        log: () => undefined,
        ...options,
      }),
    platformOn: (other: Kysely<Database>): Platform => ({ ...platform, database: { ...database, db: other } }),
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  })
}
