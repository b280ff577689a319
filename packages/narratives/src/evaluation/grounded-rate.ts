import { groundText } from '../grounding/ground-text.js'
import type { RefusalCode, SentenceVerdict } from '../grounding/verdict.js'
import type { Answer, WatchedAttempt } from './evaluated.js'
import { shareOf, shareWhere, type Share } from './estimate.js'

export interface Groundedness {
  /** Sentences of first attempts that passed, of those that were written. */
  readonly sentences: Share
  /** First attempts of which every sentence passed, of those that wrote any. */
  readonly wholeTexts: Share
  /** Briefs for which the provider was asked more than once. */
  readonly askedAgain: Share
  /** Sentences refused for it, by code, most often first; a sentence may be refused for several. */
  readonly refusals: readonly { readonly code: RefusalCode; readonly count: number; readonly example: string }[]
}

/** Verdicts on an answer, sentence by sentence, as the pipeline gives them to a first attempt. */
export function groundAttempt({ request, pieces }: WatchedAttempt): readonly SentenceVerdict[] {
  return groundText('', pieces, [...request.facts, ...request.passages], { maxWords: request.maxWords }).sentences
}

export function measureGroundedness(answers: readonly Answer[]): Groundedness {
  const firsts = answers.flatMap(({ attempts }) => (attempts[0] === undefined ? [] : [groundAttempt(attempts[0])])).filter((verdicts) => verdicts.length > 0)
  const verdicts = firsts.flat()
  const refused = verdicts.flatMap(({ text, refusals }) =>
    [...new Set(refusals.map(({ code }) => code))].map((code) => ({ code, example: `${text} (${refusals.find((refusal) => refusal.code === code)?.reason})` })),
  )
  return {
    sentences: shareOf(verdicts.filter(({ accepted }) => accepted).length, verdicts.length),
    wholeTexts: shareWhere(firsts, (text) => text.every(({ accepted }) => accepted)),
    askedAgain: shareOf(answers.filter(({ attempts }) => attempts.length > 1).length, answers.filter(({ attempts }) => attempts.length > 0).length),
    refusals: [...Map.groupBy(refused, ({ code }) => code)]
      .map(([code, all]) => ({ code, count: all.length, example: all[0]?.example ?? '' }))
      .toSorted((left, right) => right.count - left.count),
  }
}
