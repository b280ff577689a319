import type { ImportContext, ImportReport } from '@linernotes/catalog'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listeningImporters } from '../listening-importers.js'

type Format = keyof typeof listeningImporters

/** A database and a folder to import files from. For tests. */
export class ImportBench implements AsyncDisposable {
  readonly directory: string
  readonly database: TestDatabase
  #files = 0
  #people = 0

  private constructor(directory: string, database: TestDatabase) {
    this.directory = directory
    this.database = database
  }

  static async open(): Promise<ImportBench> {
    return new ImportBench(await mkdtemp(join(tmpdir(), 'listening-')), await createTestDatabase())
  }

  context(signal: AbortSignal = new AbortController().signal): ImportContext {
    return { db: this.database.db, now: () => Date.UTC(2026, 10, 23), signal }
  }

  async write(content: string | Uint8Array): Promise<string> {
    const file = join(this.directory, `history-${++this.#files}.json`)
    await writeFile(file, content)
    return file
  }

  /** Imports a file with this content, for a listener of its own unless one is named. */
  async import(format: Format, content: string | Uint8Array, listener = `person-${++this.#people}`): Promise<ImportReport> {
    return listeningImporters[format](this.context(), [await this.write(content)], { listener })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.directory, { recursive: true })
    await this.database[Symbol.asyncDispose]()
  }
}

/** A line of a ListenBrainz export. */
export function listenLine(track: string, at: unknown = 1_748_967_954, more: object = {}): string {
  return JSON.stringify({ listened_at: at, track_metadata: { artist_name: 'The Mamas & The Papas', track_name: track, ...more } })
}

/** A stream of a Spotify history. */
export function spotifyStream(more: object = {}): object {
  return {
    ts: '2023-03-19T18:31:37Z',
    ms_played: 174_424,
    master_metadata_track_name: 'Monsters',
    master_metadata_album_artist_name: 'All Time Low',
    master_metadata_album_album_name: 'Monsters',
    episode_name: null,
    episode_show_name: null,
    reason_end: 'trackdone',
    incognito_mode: false,
    ip_addr: '203.0.113.7',
    ...more,
  }
}
