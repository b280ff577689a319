import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { HostServices, Narrative } from '@linernotes/narratives'
import type { LinerNotesConfig } from '@linernotes/narratives/config'
import { type Answer, type EvaluatedBrief, matchAttempts, type NarrativeEvaluation, reportEvaluation } from '@linernotes/narratives/evaluation'
import { drawBriefs } from './evaluation/draw-briefs.js'
import { findJudge, judgeTexts, type Judged } from './evaluation/judge-texts.js'
import { openNarrators, type EvaluatedProvider } from './evaluation/open-narrators.js'
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
  readonly onProgress: (event: { readonly phase: 'briefs' | 'texts' | 'judge'; readonly done: number; readonly total: number }) => void
  readonly signal: AbortSignal
}

const language = 'en'

/**
 * The same briefs through several providers, as they would be served but for the cache, and what came of it. Briefs are read from the platform's database; nothing
 * is written to it. When `signal` aborts, the report of what was done by then is given back with `complete: false`; before the first list is done it rejects.
 * @throws {UnknownProviderError | CannotJudgeError | NoDemoListenersError}
 */
export async function evaluateNarratives(tools: EvaluationTools, request: EvaluationRequest): Promise<NarrativeEvaluation> {
  const { platform, config, host, onProgress, signal } = tools
  const { items, listeners, recipe, style, seed } = request
  await using stateDirectory = await temporaryDirectory()
  await using judge = request.judge === null ? null : await findJudge(config, { ...host, stateDirectory: stateDirectory.path }, request.judge, request.providers)
  const answers: Answer[] = []
  let judged: Judged | null = null
  try {
    {
      await using narrators = await openNarrators(config, host, request.providers, signal)
      const briefs = await drawBriefs(
        { db: platform.database.db, model: await platform.model(), now: platform.now, signal, onBrief: (done) => onProgress({ phase: 'briefs', done, total: items }) },
        { items, listeners, recipe, seed, narrate: { style, language, maxWords: null, seed, spoilerFree: true } },
      )
      const total = briefs.length * request.providers.length
      // List by list, so that whoever stops it has the same lists of every provider.
      for (const list of Map.groupBy(briefs, (brief) => brief.list).values()) {
        const written: Answer[] = []
        for (const provider of narrators.providers) {
          written.push(...(await writeList(provider, list, signal)))
          onProgress({ phase: 'texts', done: answers.length + written.length, total })
        }
        answers.push(...written)
      }
    }
    if (judge !== null && request.judge !== null)
      judged = await judgeTexts(judge, request.judge, answers, { signal, onText: (done, total) => onProgress({ phase: 'judge', done, total }) })
  } catch (error) {
    if (!signal.aborted || answers.length === 0) throw error
  }
  return reportEvaluation({
    createdAt: new Date(platform.now()).toISOString(),
    complete: !signal.aborted,
    plan: { recipe, style, language, seed },
    providers: request.providers,
    answers,
    judge: judged?.report ?? null,
    toneOf: judged?.toneOf ?? new Map(),
  })
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
