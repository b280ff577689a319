import type { Brief } from '../brief.js'
import type { NarrativeClaim } from '../narrative.js'
import type { Refusal } from '../grounding/verdict.js'
import type { Agreement } from './agreement.js'
import { authorshipOf, type Authorship } from './authorship.js'
import type { Answer } from './evaluated.js'
import { meanOf, type Mean } from './estimate.js'
import { goalsOf, type Goal } from './goals.js'
import { groundAttempt } from './grounded-rate.js'
import { measureProvider, type ProviderMeasures } from './measure-provider.js'

/** The same briefs through several providers: what was asked, what was measured, and every text of it to read. */
export interface NarrativeEvaluation {
  readonly format: 'narrative-evaluation/v1'
  /** RFC 3339. */
  readonly createdAt: string
  /** false: somebody stopped it; what was done by then is here. */
  readonly complete: boolean
  readonly asked: EvaluationPlan
  readonly providers: readonly ProviderEvaluation[]
  readonly judge: JudgeReport | null
  readonly items: readonly EvaluatedItem[]
}

export interface EvaluationPlan {
  readonly items: number
  readonly lists: number
  readonly listeners: number
  /** Left to the kinds: null. */
  readonly recipe: string | null
  readonly style: Brief['style']
  readonly language: string
  readonly seed: number
}

export interface ProviderEvaluation extends ProviderMeasures {
  readonly goals: readonly Goal[]
  /** Scores of the judge for the texts that the provider wrote itself; null: nobody judged. */
  readonly tone: Mean | null
}

export interface JudgeReport {
  readonly provider: string
  readonly model: string | null
  readonly labelledBy: string
  /** With the labelled set: how much the scores are worth. */
  readonly agreement: Agreement
  /** Answers that held no score: of the labelled set, and of the texts. */
  readonly unread: { readonly labelled: number; readonly texts: number }
}

export interface EvaluatedItem {
  readonly list: number
  readonly listener: string
  readonly itemId: string
  readonly kind: Brief['kind']
  readonly title: string
  readonly by: string
  readonly firstReason: { readonly code: string; readonly evidenceIds: readonly string[] } | null
  readonly facts: readonly { readonly id: string; readonly kind: string; readonly statement: string }[]
  readonly answers: readonly EvaluatedAnswer[]
}

export interface EvaluatedAnswer {
  readonly provider: string
  readonly authorship: Authorship
  /** Who wrote what was served; null: nobody. */
  readonly writtenBy: string | null
  readonly text: string | null
  readonly claims: readonly NarrativeClaim[]
  /** Why the provider asked for did not write it; null: it did. */
  readonly fallbackReason: string | null
  /** Its first attempt, sentence by sentence. */
  readonly firstAttempt: readonly { readonly text: string; readonly accepted: boolean; readonly refusals: readonly Refusal[] }[]
  readonly tone: number | null
}

export interface ReportInput {
  readonly createdAt: string
  readonly complete: boolean
  readonly plan: Omit<EvaluationPlan, 'items' | 'lists' | 'listeners'>
  readonly providers: readonly string[]
  readonly answers: readonly Answer[]
  readonly judge: JudgeReport | null
  /** The judge's, for the texts that it was given; null: its answer held none. */
  readonly scores: ReadonlyMap<Answer, number | null>
}

export function reportEvaluation({ createdAt, complete, plan, providers, answers, judge, scores }: ReportInput): NarrativeEvaluation {
  const items = [...Map.groupBy(answers, ({ evaluated }) => evaluated)].map(([, its]) => toItem(its, scores))
  return {
    format: 'narrative-evaluation/v1',
    createdAt,
    complete,
    asked: { items: items.length, lists: countOf(items, (item) => item.list), listeners: countOf(items, (item) => item.listener), ...plan },
    providers: providers.map((provider) => {
      const own = answers.filter((answer) => answer.provider === provider)
      const measures = measureProvider(provider, own, plan.seed)
      return { ...measures, goals: goalsOf(measures), tone: judge === null ? null : meanOf(own.flatMap((answer) => scores.get(answer) ?? [])) }
    }),
    judge,
    items,
  }
}

function countOf(items: readonly EvaluatedItem[], key: (item: EvaluatedItem) => unknown): number {
  return new Set(items.map(key)).size
}

function toItem(answers: readonly Answer[], scores: ReadonlyMap<Answer, number | null>): EvaluatedItem {
  const { brief, list, listener } = (answers[0] as Answer).evaluated
  const [first] = brief.reasons
  return {
    list,
    listener,
    itemId: brief.itemId,
    kind: brief.kind,
    title: brief.item.title,
    by: brief.item.by,
    firstReason: first === undefined ? null : { code: first.code, evidenceIds: first.evidenceIds },
    facts: [...brief.evidence, ...brief.passages].map(({ id, kind, statement }) => ({ id, kind, statement })),
    answers: answers.map((answer) => toAnswer(answer, scores.get(answer) ?? null)),
  }
}

function toAnswer(answer: Answer, tone: number | null): EvaluatedAnswer {
  const { provider, result, attempts } = answer
  const shared = {
    provider,
    authorship: authorshipOf(answer),
    firstAttempt: (attempts[0] === undefined ? [] : groundAttempt(attempts[0])).map(({ text, accepted, refusals }) => ({ text, accepted, refusals })),
    tone,
  }
  if (result.type !== 'narrative') return { ...shared, writtenBy: null, text: null, claims: [], fallbackReason: result.message }
  return { ...shared, writtenBy: result.provider, text: result.text, claims: result.claims, fallbackReason: result.fallbackReason }
}
