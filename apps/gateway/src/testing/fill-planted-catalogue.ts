import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '@linernotes/database'
import { importFiles } from '@linernotes/serving'
import type { Kysely } from 'kysely'

/** Fields of a catalogue that a stranger fills. */
export const plantedFields = {
  track: ['title', 'artist', 'album', 'label', 'style'],
  jupiter: ['title', 'description', 'show_name', 'tag', 'chapter', 'transcript'],
  feed: ['title', 'description', 'guest', 'soundbite'],
} as const

const cell = (value: string | number): string => `"${String(value).replaceAll('"', '""')}"`
const csv = (rows: readonly (readonly (string | number)[])[]): string => rows.map((row) => row.map(cell).join(',')).join('\n') + '\n'
const xml = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
const at = (field: string, index: number, fields: readonly string[], text: string, otherwise: string): string =>
  fields[index % fields.length] === field ? text : otherwise

function records(texts: readonly string[]): { readonly releases: string; readonly tracks: string } {
  const rows = texts.map((text, index) => {
    const field = plantedFields.track[index % plantedFields.track.length]
    return { id: `planted-${index}-${field}`, field, text }
  })
  const value = (row: (typeof rows)[number], field: string, otherwise: string): string => (row.field === field ? row.text : otherwise)
  return {
    releases: csv([
      [
        'activity',
        'album',
        'artist',
        'catalog',
        'duration',
        'genre',
        'id',
        'label',
        'licenseurl',
        'rating',
        'style',
        'totaldiscs',
        'totaltracks',
        'url',
        'year',
      ],
      ...rows.map((row) => [
        1,
        value(row, 'album', `Record ${row.id}`),
        value(row, 'artist', 'Plain Choir'),
        '?',
        600,
        'Ambient',
        row.id,
        value(row, 'label', 'Plain Label'),
        'http://creativecommons.org/licenses/by/4.0/',
        1,
        value(row, 'style', 'Drone'),
        1,
        1,
        `http://archive.example/${row.id}`,
        2012,
      ]),
    ]),
    tracks: csv([
      ['activity', 'disc', 'duration', 'id', 'rating', 'title', 'track', 'trackartist', 'trackurl'],
      ...rows.map((row) => [
        1,
        1,
        200,
        row.id,
        1,
        value(row, 'title', `Song ${row.id}`),
        1,
        value(row, 'artist', 'Plain Choir'),
        `http://archive.example/${row.id}/1.mp3`,
      ]),
    ]),
  }
}

const guidOf = (index: number): string => `planted-episode-${index}`

function episodes(texts: readonly string[]): string {
  return texts
    .map((text, index) => {
      const value = (field: string, otherwise: string): string => at(field, index, plantedFields.jupiter, text, otherwise)
      return JSON.stringify({
        type: 'episode',
        draft: false,
        show_slug: `planted-${index % plantedFields.jupiter.length}`,
        show_name: value('show_name', 'Plain Talk'),
        episode: index + 1,
        episode_guid: guidOf(index),
        title: value('title', `Plain episode ${index}`),
        description: value('description', 'We spend an hour on storage at home.'),
        date: '2019-01-08T09:00:00-07:00',
        tags: ['storage', value('tag', 'self-hosting')],
        podcast_duration: '00:42:10',
        podcast_file: `https://media.example/planted-${index}.mp3`,
        podcast_bytes: 40_000_000,
        podcast_chapters: { version: '1.2.0', chapters: [{ startTime: 60, title: value('chapter', 'What storage costs') }] },
      })
    })
    .join('\n')
}

function feed(texts: readonly string[]): string {
  const items = texts.map((text, index) => {
    const value = (field: string, otherwise: string): string => xml(at(field, index, plantedFields.feed, text, otherwise))
    return `<item><title>${value('title', `Pilot ${index}`)}</title><guid isPermaLink="false">planted-feed-${index}</guid><description>${value('description', 'How a pilot boards a ship at night.')}</description>
<podcast:person role="guest">${value('guest', 'Ana Lind')}</podcast:person><podcast:soundbite startTime="73.0" duration="60.0">${value('soundbite', 'On the ladder')}</podcast:soundbite><enclosure url="https://harbour.example/p${index}.mp3" length="1000" type="audio/mpeg"/></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Planted Harbour</title><link>https://planted.example/</link><description>Ships.</description>${items.join('\n')}</channel></rss>`
}

const spoken = (text: string): string => `WEBVTT

00:00:01.000 --> 00:00:06.000
<v Ana>${xml(text)}.

00:00:06.500 --> 00:00:12.000
<v Ben>The cheapest storage is the disk that you already own and never looked at.
`

/** Imports records, episodes, transcripts and a feed with each text in some field of each, through the real importers. */
export async function fillPlantedCatalogue(db: Kysely<Database>, directory: string, texts: readonly string[]): Promise<void> {
  const context = { db, now: Date.now, signal: new AbortController().signal }
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(path.join(directory, name), text)
    return path.join(directory, name)
  }
  const { releases, tracks } = records(texts)
  await importFiles(context, 'freemusicc', [await file('planted-releases.csv', releases), await file('planted-tracks.csv', tracks)], {})
  await importFiles(context, 'jupiter', [await file('planted.jsonl', episodes(texts))], {})
  await importFiles(context, 'podcast-rss', [await file('planted.xml', feed(texts))], {})
  for (const [index, text] of texts.entries())
    if (plantedFields.jupiter[index % plantedFields.jupiter.length] === 'transcript')
      await importFiles(context, 'transcript', [await file(`planted-${index}.vtt`, spoken(text))], { episode: guidOf(index) })
}
