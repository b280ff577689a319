import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

export interface SampleTrack {
  /** `freemusicc:RELEASE/DISC/TRACK`; tracks that share theirs with another are left out. */
  readonly key: string
  readonly artist: string
  readonly release: string
  readonly label: string
  /** Genre and styles of the release, in lower case. */
  readonly tags: readonly string[]
  readonly seconds: number
}
export interface SampleEpisode {
  /** `jupiter:GUID` or `changelog:FILE`. */
  readonly key: string
  readonly show: string
  readonly tags: readonly string[]
  /** Unix seconds; null is unknown. */
  readonly publishedAt: number | null
  readonly seconds: number | null
}
export interface SampleCatalogue {
  readonly tracks: readonly SampleTrack[]
  readonly episodes: readonly SampleEpisode[]
}

const text = (file: string): string => gunzipSync(readFileSync(file)).toString('utf8')
const csv = (file: string): Record<string, string>[] => parse(text(file), { columns: true })
const nobody = new Set(['', '?', 'Various Artists', 'Unknown Artist', 'unknown'])

/** Reads the music and the episodes of the embedded sample, as far as taste is about them. */
export function readCatalogue(dataDirectory: string): SampleCatalogue {
  const shared = join(dataDirectory, 'cc-by-sa-4.0')
  return {
    tracks: readTracks(join(shared, 'freemusicc')),
    episodes: [...readJupiter(join(shared, 'jupiter')), ...readChangelog(join(shared, 'changelog', 'transcripts'))],
  }
}

function readTracks(directory: string): SampleTrack[] {
  const releases = new Map(csv(join(directory, 'releases.csv.gz')).map((row) => [row['id'], row]))
  const rows = csv(join(directory, 'tracks.csv.gz')).map((row) => ({ row, key: `freemusicc:${row['id']}/${row['disc']}/${row['track']}` }))
  const uses = new Map<string, number>()
  for (const { key } of rows) uses.set(key, (uses.get(key) ?? 0) + 1)
  return rows.flatMap(({ row, key }) => {
    const release = releases.get(row['id'])
    const artist = row['trackartist'] ?? ''
    const seconds = Number(row['duration'])
    if (release === undefined || uses.get(key) !== 1 || nobody.has(artist) || seconds < 45 || seconds > 1500) return []
    const tags = `${release['genre']},${release['style']}`.toLowerCase().split(',')
    return [{ key, artist, release: row['id'] ?? '', label: release['label'] ?? '', tags: tags.map((tag) => tag.trim()), seconds }]
  })
}

function readJupiter(directory: string): SampleEpisode[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.jsonl.gz'))
  return files.toSorted().flatMap((file) => {
    const lines = text(join(directory, file)).trimEnd().split('\n')
    return lines.map((line) => {
      const episode = JSON.parse(line) as { show_slug: string; episode_guid: string; tags: string[] | null; date: string; podcast_duration: string | null }
      const [hours = 0, minutes = 0, seconds = 0] = (episode.podcast_duration ?? '').split(':').map(Number)
      const length = hours * 3600 + minutes * 60 + seconds
      return {
        key: `jupiter:${episode.episode_guid}`,
        show: episode.show_slug,
        tags: episode.tags ?? [],
        publishedAt: Date.parse(episode.date) / 1000,
        seconds: length > 0 ? length : null,
      }
    })
  })
}

function readChangelog(directory: string): SampleEpisode[] {
  const shows = readdirSync(directory).toSorted()
  return shows.flatMap((show) =>
    readdirSync(join(directory, show))
      .toSorted()
      .map((file) => ({ key: `changelog:${show}/${file.replace(/\.md$/, '')}`, show: `changelog/${show}`, tags: [], publishedAt: null, seconds: null })),
  )
}
