import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { catalogImporters } from '../index.js'
import { importContext } from './import-context.js'
import { openTemporaryFiles } from './temporary-files.js'

/** Imports one episode with the transcript that a recogniser wrote of it, and gives back its id. The file's ending says what the transcript is. */
export async function importRecognised(db: Kysely<Database>, file: string, transcript: string, duration: string): Promise<string> {
  await using files = await openTemporaryFiles()
  const episode = {
    type: 'episode',
    show_slug: 'home-rack',
    show_name: 'Home Rack',
    episode_guid: 'ninety',
    title: 'Is Self-Hosting Dead?',
    description: 'Brent Gervais and Jeff Geerling about self-hosting, Wireguard and Kubernetes.',
    date: '2024-08-08T09:00:00Z',
    tags: ['self-hosting'],
    podcast_duration: duration,
  }
  await catalogImporters.jupiter(importContext(db), [await files.write('show.jsonl', JSON.stringify(episode))], {})
  await catalogImporters.transcript(importContext(db), [await files.write(file, transcript)], { episode: 'ninety' })
  return (await db.selectFrom('episodes').select('id').executeTakeFirstOrThrow()).id
}
