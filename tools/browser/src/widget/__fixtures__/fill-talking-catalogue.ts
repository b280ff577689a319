import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestGateway } from '@linernotes/gateway/testing'
import { importFiles } from '@linernotes/serving'

/** Where the words that are quoted are said, in seconds. */
const cues = [
  [0, 3, 'Mara Lind', 'Welcome to Storm Glass, a show about weather and the people who write it down.'],
  [3, 6.4, 'Ilse Brandt', 'The lighthouse keeper wrote the wind down every hour for thirty-one years, and nobody ever asked him to.'],
  [6.5, 9, 'Mara Lind', 'And the notebooks are all still in the tower, wrapped in oilcloth.'],
  [9, 30, 'Ilse Brandt', 'We counted the pages together one winter.'],
  [30, 60, 'Mara Lind', 'That took us until March.'],
] as const

const time = (seconds: number): string => `00:00:${seconds.toFixed(3).padStart(6, '0')}`

const vtt = `WEBVTT\n\n${cues.map(([from, to, speaker, words]) => `${time(from)} --> ${time(to)}\n<v ${speaker}>${words}\n`).join('\n')}`
const afterwards = 'We read the notebooks aloud to each other, one page after the other, until the light came up over the harbour wall.'
/** The same words by nobody knows when, and enough after them that they give nothing away. */
const untimed = [...cues.map(([, , speaker, words]) => `**${speaker}:** ${words}`), ...Array.from({ length: 8 }, () => `**Mara Lind:** ${afterwards}`)].join('\n\n')

/** Episodes with words whose sound is at the given address: the ids of one that is timed, and of one that is not. */
export async function fillTalkingCatalogue({ db }: TestGateway, soundUrl: string): Promise<{ readonly timed: string; readonly untimed: string; readonly track: string }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-talking-'))
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(path.join(directory, name), text)
    return path.join(directory, name)
  }
  const context = { db, now: Date.now, signal: new AbortController().signal }
  const episode = (number: number, title: string) =>
    JSON.stringify({
      type: 'episode',
      draft: false,
      show_slug: 'storm-glass',
      show_name: 'Storm Glass',
      episode: number,
      episode_guid: `storm-glass-${number}`,
      title,
      description: 'On lighthouse keepers, and what they noticed.',
      date: '2021-03-08T09:00:00Z',
      tags: ['lighthouse', 'wind'],
      podcast_duration: '00:01:00',
      podcast_file: soundUrl,
      podcast_bytes: 960_044,
      podcast_chapters: { version: '1.2.0', chapters: [{ startTime: 3, title: 'Thirty-one years of wind' }] },
    })
  try {
    const episodes = [episode(1, 'The keeper of the wind'), episode(2, 'The keeper without a clock')].join('\n')
    await importFiles(context, 'jupiter', [await file('storm-glass.jsonl', episodes)], {})
    await importFiles(context, 'transcript', [await file('storm-glass-1.vtt', vtt)], { episode: 'storm-glass-1' })
    await importFiles(context, 'transcript', [await file('storm-glass-2.md', untimed)], { episode: 'storm-glass-2' })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
  const idOf = async (guid: string): Promise<string> => (await db.selectFrom('episodes').select('id').where('guid', '=', guid).executeTakeFirstOrThrow()).id
  const track = await db.selectFrom('tracks').select('id').where('title', '=', 'Milestone').executeTakeFirstOrThrow()
  return { timed: await idOf('storm-glass-1'), untimed: await idOf('storm-glass-2'), track: track.id }
}
