import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Database } from '@linernotes/database'
import { createTestDatabase } from '@linernotes/database/testing'
import { ensureListener, recordListens } from '@linernotes/listening'
import type { NarratorConfig } from '@linernotes/narratives'
import type { Kysely } from 'kysely'
import { importFiles } from '../import-files.js'
import { openPlatform, type Platform, type PlatformOptions } from '../open-platform.js'

export type Plugin = Extract<NarratorConfig['providers'][number], { readonly key: string }>

const csv = (rows: readonly (readonly (string | number)[])[]): string => `${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`
const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gorse', 'Hazel']

const releases = csv([
  ['activity', 'album', 'artist', 'catalog', 'duration', 'genre', 'id', 'label', 'licenseurl', 'rating', 'style', 'totaldiscs', 'totaltracks', 'url', 'year'],
  ...names.map((name, place) => [1, `${name} Songs`, `${name} Choir`, '?', 600, 'Ambient', name, 'Hedgerow', 'http://creativecommons.org/licenses/by/4.0/', 1, 'Choral', 1, 3, `http://archive.example/${name}`, 2010 + place]),
])
const tracks = csv([
  ['activity', 'disc', 'duration', 'id', 'rating', 'title', 'track', 'trackartist', 'trackurl'],
  ...names.flatMap((name) => ['Leaf', 'Bark', 'Root'].map((part, place) => [1, 1, 200 + 20 * place, name, 1, `${name} ${part}`, place + 1, `${name} Choir`, `http://archive.example/${name}/${place}.mp3`])),
])

/** Eight releases, and listeners who each played the first two so often that nobody's facts are another's. */
async function fillCatalogue(db: Kysely<Database>, directory: string, listeners: number): Promise<void> {
  const context = { db, now: Date.now, signal: new AbortController().signal }
  await writeFile(path.join(directory, 'releases.csv'), releases)
  await writeFile(path.join(directory, 'tracks.csv'), tracks)
  await importFiles(context, 'freemusicc', [path.join(directory, 'releases.csv'), path.join(directory, 'tracks.csv')], {})
  const played = await db.selectFrom('tracks').select('id').where('title', 'in', ['Alder Leaf', 'Birch Leaf']).execute()
  for (let number = 0; number < listeners; number += 1) {
    const { id } = await ensureListener(db, { externalId: `listener-${number}`, synthetic: true })
    const listens = played.flatMap(({ id: itemId }) =>
      Array.from({ length: 5 + number }, (_, play) => ({ itemId, playedAt: new Date(Date.UTC(2024, 0, 1 + play, number)), playedMs: 190_000 })),
    )
    await recordListens(db, id, listens, { now: Date.now })
  }
}

export interface AheadPlatforms extends AsyncDisposable {
  readonly db: Kysely<Database>
  /** The platform with these providers in their order: each time as another process, as far as the others can tell. */
  open(plugins: readonly Plugin[]): Promise<Platform>
  /** Forgets every narrative and every run. */
  clear(): Promise<void>
}

/** A small catalogue with so many listeners, for platforms that share nothing but the database. */
export async function aheadPlatforms(listeners: number): Promise<AheadPlatforms> {
  await using opened = new AsyncDisposableStack()
  const directory = await mkdtemp(path.join(tmpdir(), 'ln-ahead-'))
  opened.defer(() => rm(directory, { recursive: true, force: true }))
  const { db } = opened.use(await createTestDatabase())
  await fillCatalogue(db, directory, listeners)
  const whole = opened.move()
  return {
    db,
    async open(providers) {
      const order = providers.map(({ key }) => key)
      const config: PlatformOptions['config'] = {
        providers: providers.map((plugin) => async () => ({ default: plugin })),
        narratives: {},
        order: { track: order, episode: order },
        deadlineMs: 5_000,
      }
      const database = { db, kind: 'embedded' as const, owned: true, guests: () => 0, [Symbol.asyncDispose]: async () => undefined }
      const where = { dataDirectory: directory, modelsDirectory: directory, rootDirectory: directory }
      return whole.use(await openPlatform({ database, ...where, config, now: Date.now, fetch, log: () => undefined, signal: new AbortController().signal }))
    },
    async clear() {
      for (const table of ['narratives', 'narrative_usage', 'narrative_servings', 'narrative_runs', 'narrative_generations', 'narrative_recalls'] as const)
        await db.deleteFrom(table).execute()
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  }
}
