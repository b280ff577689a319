import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { catalogImporters, type ImportContext, type ImportReport } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import { importSampleListeners } from '@linernotes/listening'
import type { Kysely } from 'kysely'
import { refreshStatistics, settleCatalog } from './settle-catalog.js'

/** Changes whenever the committed sample does, so that a data directory takes the new one over. */
const SAMPLE_VERSION = 'sample-2'

/** The example feed has three episodes and the namespace three transcripts; which belongs to which is our choice (see its ATTRIBUTION.md). */
const exampleTranscripts = [
  ['example.vtt', 'https://example.com/ep0003'],
  ['example.srt', 'https://example.com/ep0002'],
  ['example.json', 'https://example.com/ep0001'],
] as const
const exampleSource = { name: 'Podcasting 2.0 namespace examples', url: 'https://github.com/Podcastindex-org/podcast-namespace', licence: 'CC0-1.0' }

type SampleStep = { readonly title: string; readonly run: (context: ImportContext) => Promise<ImportReport | void> }

/**
 * Imports the embedded sample once. Every importer is idempotent and commits in batches, so that a process that is killed in the
 * middle goes on where it stopped; the mark is set at the end.
 */
export async function importSample(
  context: ImportContext,
  directory: string,
  options: { readonly onStep: (title: string) => void; /** Somebody's own catalogue stays alone. */ readonly onlyIntoEmpty: boolean },
): Promise<'imported' | 'already there' | 'not wanted'> {
  const { db } = context
  const mark = await db.selectFrom('imports').select(['started_at', 'finished_at']).where('id', '=', SAMPLE_VERSION).executeTakeFirst()
  if (mark !== undefined && mark.finished_at !== null) return 'already there'
  if (mark === undefined && options.onlyIntoEmpty && (await hasCatalogue(db))) return 'not wanted'
  const startedAt = mark?.started_at ?? new Date(context.now())
  await db
    .insertInto('imports')
    .values({ id: SAMPLE_VERSION, format: 'sample', file: 'data', sha256: SAMPLE_VERSION, started_at: startedAt, finished_at: null, report: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const reports: ImportReport[] = []
  for (const step of await sampleSteps(directory)) {
    context.signal.throwIfAborted()
    options.onStep(step.title)
    const report = await step.run(context)
    if (report) reports.push(report)
  }
  await refreshStatistics(db)
  const row = { finished_at: new Date(context.now()), report: JSON.stringify(reports.map((report) => ({ ...report, problems: report.problems.length }))) }
  await db.updateTable('imports').set(row).where('id', '=', SAMPLE_VERSION).execute()
  return 'imported'
}

async function hasCatalogue(db: Kysely<Database>): Promise<boolean> {
  const track = await db.selectFrom('tracks').select('id').limit(1).executeTakeFirst()
  return track !== undefined || (await db.selectFrom('episodes').select('id').limit(1).executeTakeFirst()) !== undefined
}

async function filesIn(folder: string, pattern: RegExp): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names
    .filter((name) => pattern.test(name))
    .map((name) => path.join(folder, name))
    .toSorted()
}

async function sampleSteps(directory: string): Promise<readonly SampleStep[]> {
  const under = (...names: string[]): string => path.join(directory, ...names)
  const shared = under('cc-by-sa-4.0')
  const namespace = under('cc0-1.0', 'namespace')
  return [
    {
      title: 'Creative Commons music',
      run: (context) =>
        catalogImporters.freemusicc(context, [path.join(shared, 'freemusicc', 'releases.csv.gz'), path.join(shared, 'freemusicc', 'tracks.csv.gz')], {}),
    },
    {
      title: 'Jupiter Broadcasting shows',
      run: async (context) => catalogImporters.jupiter(context, await filesIn(path.join(shared, 'jupiter'), /\.jsonl\.gz$/), {}),
    },
    {
      title: 'Changelog transcripts',
      run: async (context) => catalogImporters.transcript(context, await filesIn(path.join(shared, 'changelog', 'transcripts'), /\.md$/), {}),
    },
    {
      title: 'Podcasting 2.0 example feed',
      run: (context) => catalogImporters['podcast-rss'](context, [path.join(namespace, 'example.xml')], { source: exampleSource }),
    },
    ...exampleTranscripts.map(([file, episode]) => ({
      title: `its transcript ${file}`,
      run: (context: ImportContext) => catalogImporters.transcript(context, [path.join(namespace, 'transcripts', file)], { episode, source: exampleSource }),
    })),
    { title: 'facts that the catalogue proves by counting', run: (context) => settleCatalog(context) },
    { title: 'synthetic demo listeners', run: (context) => importSampleListeners(context, under('cc0-1.0', 'synthetic-listeners')) },
  ]
}
