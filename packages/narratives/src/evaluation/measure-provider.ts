import type { NarrativeUsage } from '@linernotes/narrative-sdk'
import { countWords } from '../grounding/ground-text.js'
import { fallbackReasons, isOwn, measureOwnTexts, type OwnTexts } from './authorship.js'
import type { Answer, WatchedAttempt } from './evaluated.js'
import { meanOf, quantileOf, shareWhere, type Mean, type Share } from './estimate.js'
import { measureGroundedness, type Groundedness } from './grounded-rate.js'
import { readingEase } from './reading-ease.js'
import { measureReasonsTold, type ReasonsTold, type ToldText } from './reasons-told.js'
import { measureRepetition, type Repetition } from './repetition.js'
import { isSpecific } from './specificity.js'
import { runSwapTest, type SwapTest } from './swap-test.js'

/** Milliseconds that half, and 95 %, of the cases stay within; null: nothing was timed. */
export interface Times {
  readonly p50: number | null
  readonly p95: number | null
}

/** A sum over the calls that said; one that fails, or that is not read to its end, says nothing. null: none of them said. 0 is free. */
export interface Total {
  readonly total: number | null
  readonly saidBy: number
  readonly calls: number
}

export interface ProviderMeasures {
  readonly provider: string
  /** As it names itself; null: it was never reached. */
  readonly model: string | null
  readonly promptVersion: string | null
  readonly briefs: number
  readonly own: OwnTexts
  readonly fallbackReasons: readonly { readonly reason: string; readonly count: number }[]
  readonly grounding: Groundedness
  /** From here to `swap`: over the texts that the provider wrote itself. */
  readonly words: Mean
  readonly overLimit: Share
  readonly specific: Share
  readonly repetition: Repetition
  readonly readingEase: Mean
  readonly reasons: ReasonsTold
  readonly swap: SwapTest
  /** Of calls that wrote something, the waiting for a place in the provider's own queue included; all calls for one brief together. */
  readonly latencyMs: Times
  readonly timeToFirstTextMs: Times
  readonly usage: Readonly<Record<keyof NarrativeUsage, Total>>
}

function timesOf(values: readonly number[]): Times {
  return { p50: quantileOf(values, 0.5), p95: quantileOf(values, 0.95) }
}

function totalOf(attempts: readonly WatchedAttempt[], key: keyof NarrativeUsage): Total {
  const said = attempts.flatMap(({ usage }) => usage?.[key] ?? [])
  return { total: said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0), saidBy: said.length, calls: attempts.length }
}

/** Everything that is measured of one provider, from its answers in the order in which listeners saw them. */
export function measureProvider(provider: string, answers: readonly Answer[], seed: number): ProviderMeasures {
  const told = answers.flatMap((answer): ToldText[] =>
    answer.result.type === 'narrative' && isOwn(answer) ? [{ evaluated: answer.evaluated, narrative: answer.result }] : [],
  )
  const attempts = answers.flatMap((answer) => answer.attempts)
  const writing = answers.filter((answer) => answer.attempts.some(({ timeToFirstTextMs }) => timeToFirstTextMs !== null))
  return {
    provider,
    model: attempts.find(({ model }) => model !== null)?.model ?? null,
    promptVersion: attempts[0]?.capabilities.promptVersion ?? null,
    briefs: answers.length,
    own: measureOwnTexts(answers),
    fallbackReasons: fallbackReasons(answers),
    grounding: measureGroundedness(answers),
    words: meanOf(told.map(({ narrative }) => countWords(narrative.text))),
    overLimit: shareWhere(told, ({ narrative, evaluated }) => countWords(narrative.text) > evaluated.brief.maxWords),
    specific: shareWhere(told, ({ narrative, evaluated: { brief } }) => isSpecific(narrative, brief.item, [...brief.evidence, ...brief.passages])),
    repetition: measureRepetition(told.map(({ narrative, evaluated }) => ({ text: narrative.text, listener: evaluated.listener, list: evaluated.list }))),
    readingEase: meanOf(told.flatMap(({ narrative }) => readingEase(narrative.text) ?? [])),
    reasons: measureReasonsTold(
      told,
      answers.map(({ evaluated }) => evaluated),
    ),
    swap: runSwapTest(answers, seed),
    latencyMs: timesOf(writing.map((answer) => answer.attempts.reduce((sum, { latencyMs }) => sum + latencyMs, 0))),
    timeToFirstTextMs: timesOf(writing.flatMap((answer) => answer.attempts[0]?.timeToFirstTextMs ?? [])),
    usage: {
      inputTokens: totalOf(attempts, 'inputTokens'),
      outputTokens: totalOf(attempts, 'outputTokens'),
      cachedInputTokens: totalOf(attempts, 'cachedInputTokens'),
      costMicroUsd: totalOf(attempts, 'costMicroUsd'),
    },
  }
}
