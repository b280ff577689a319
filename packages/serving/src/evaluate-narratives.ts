import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { HostServices, Narrative } from '@linernotes/narratives'
import type { LinerNotesConfig } from '@linernotes/narratives/config'
import { type Answer, type EvaluatedBrief, matchAttempts, type NarrativeEvaluation, reportEvaluation } from '@linernotes/narratives/evaluation'
import { drawBriefs } from './evaluation/draw-briefs.js'
import { judgeAnswers, judgeLabelled, type JudgeTools } from './evaluation/judge-texts.js'
import { checkProviders, openNarrators, type EvaluatedProvider } from './evaluation/open-narrators.js'
import type { Platform } from './open-platform.js'

export interface EvaluationRequest {
  /** Keys, in the order in which they are shown. */
  readonly providers: readonly string[]
  readonly items: number
  /** null: one for each list of ten. */
  readonly listeners: number | null
  readonly recipe: string | null
  readonly style: Narrative['style']
  readonly seed: number
  /** Key of the provider that scores tone; null: nobody does. */
  readonly judge: string | null
}

export interface EvaluationTools {
  readonly platform: Pick<Platform, 'database' | 'model' | 'now'>
  readonly config: LinerNotesConfig
  readonly host: Omit<HostServices, 'stateDirectory'>
  readonly onProgress: (event: { readonly phase: 'judge-labelled' | 'briefs' | 'texts' | 'judge'; readonly done: number; readonly total: number }) => void
  readonly signal: AbortSignal
}

const language = 'en'

/**
 * The same briefs through several providers, as they would be served but for the cache, and what came of it. Briefs are read from the platform's database; nothing
 * is written to it. When `signal` aborts, the report of what was done by then is given back with `complete: false`; before the first list is done it rejects.
 * @throws {UnknownProviderError | CannotJudgeError | NoDemoListenersError}
 */
export async function evaluateNarratives(tools: EvaluationTools, request: EvaluationRequest): Promise<NarrativeEvaluation> {
  const { platform, onProgress, signal } = tools
  const { recipe, style, seed, providers } = request
  await using stateDirectory = await temporaryDirectory()
  const judging = (phase: 'judge-labelled' | 'judge'): JudgeTools => ({
    ...tools,
    host: { ...tools.host, stateDirectory: stateDirectory.path },
    key: request.judge ?? '',
    onText: (done, total) => onProgress({ phase, done, total }),
  })
  const labelled = request.judge === null ? null : await judgeLabelled(judging('judge-labelled'))
  const answers: Answer[] = []
  let scores: ReadonlyMap<Answer, number | null> = new Map()
  try {
    await writeLists(tools, request, answers)
    if (labelled !== null) scores = await judgeAnswers(answers, judging('judge'))
  } catch (error) {
    if (!signal.aborted || answers.length === 0) throw error
  }
  const unread = [...scores.values()].filter((score) => score === null).length
  return reportEvaluation({
    createdAt: new Date(platform.now()).toISOString(),
    complete: !signal.aborted,
    plan: { recipe, style, language, seed },
    providers,
    answers,
    judge: labelled === null ? null : { ...labelled, unread: { labelled: labelled.unread, texts: unread } },
    scores,
  })
}

/** List by list, so that whoever stops it has the same lists of every provider. */
async function writeLists({ platform, config, host, onProgress, signal }: EvaluationTools, request: EvaluationRequest, answers: Answer[]): Promise<void> {
  const { items, listeners, recipe, style, seed, providers } = request
  await checkProviders(config, providers)
  const onBrief = (done: number): void => onProgress({ phase: 'briefs', done, total: items })
  const briefs = await drawBriefs(
    { db: platform.database.db, model: await platform.model(), now: platform.now, signal, onBrief },
    { items, listeners, recipe, seed, narrate: { style, language, maxWords: null, seed, spoilerFree: true } },
  )
  await using narrators = await openNarrators(config, host, providers, signal)
  const total = briefs.length * providers.length
  onProgress({ phase: 'texts', done: 0, total })
  for (const list of Map.groupBy(briefs, (brief) => brief.list).values()) {
    const written: Answer[] = []
    for (const provider of narrators.providers) {
      written.push(...(await writeList(provider, list, signal)))
      onProgress({ phase: 'texts', done: answers.length + written.length, total })
    }
    answers.push(...written)
  }
}

async function writeList({ key, narrator, takeAttempts }: EvaluatedProvider, list: readonly EvaluatedBrief[], signal: AbortSignal): Promise<readonly Answer[]> {
  const briefs = list.map(({ brief }) => brief)
  const results = await narrator.narrateList(briefs, { provider: key, cache: 'bypass', signal })
  const attempts = matchAttempts(briefs, takeAttempts())
  return list.flatMap((evaluated, index) => {
    const result = results[index]
    return result === undefined ? [] : [{ evaluated, provider: key, result, attempts: attempts[index] ?? [] }]
  })
}

async function temporaryDirectory(): Promise<AsyncDisposable & { readonly path: string }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-judge-'))
  return { path: directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }) }
}
