import type { Mean, Share } from './estimate.js'
import type { Goal } from './goals.js'
import type { Total } from './measure-provider.js'
import type { ProviderEvaluation } from './report.js'

/** A line of the table: a measure, and what it is for each provider. */
export interface SummaryRow {
  readonly group: string
  readonly name: string
  /** What is hoped for; empty where nothing is. */
  readonly goal: string
  readonly cells: readonly { readonly text: string; /** null: there is no goal, or nothing to hold against it. */ readonly isMet: boolean | null }[]
}

type Read = (provider: ProviderEvaluation) => string

const unknown = 'unknown'

function percent(value: number | null): string {
  return value === null ? '–' : `${Math.round(value * 100)}`
}

/** "93 % (87 to 96)": the share and its 95 % interval. */
function sayShare({ share, low, high, of }: Share): string {
  return share === null ? 'nothing to count' : `${percent(share)} % (${percent(low)} to ${percent(high)}, of ${of.toLocaleString('en')})`
}

function sayMean({ mean, low, high }: Mean, digits: number): string {
  return mean === null ? 'nothing to measure' : `${mean.toFixed(digits)} (${low?.toFixed(digits)} to ${high?.toFixed(digits)})`
}

function sayTimes({ p50, p95 }: { readonly p50: number | null; readonly p95: number | null }): string {
  return p50 === null ? unknown : `${p50.toLocaleString('en')} / ${p95?.toLocaleString('en')} ms`
}

function sayTotal({ total, saidBy, calls }: Total, say: (total: number) => string): string {
  return total === null ? unknown : `${say(total)}${saidBy === calls ? '' : ` (${saidBy} of ${calls} calls said)`}`
}

const sayTokens = (tokens: number): string => tokens.toLocaleString('en')
const sayCost = (micro: number): string => (micro === 0 ? 'free' : `${(micro / 1_000_000).toFixed(4)} USD`)

const rows: readonly (readonly [group: string, name: string, read: Read, goal?: Goal['name']])[] = [
  ['Who wrote it', 'its model, in its own words', ({ own }) => sayShare(own.words)],
  ['Who wrote it', "rules, from its model's plan", ({ own }) => sayShare(own.plan)],
  ['Who wrote it', 'rules, without a model', ({ own }) => sayShare(own.rules)],
  ['Who wrote it', 'another provider (fallback)', ({ own }) => sayShare(own.fallback)],
  ['Who wrote it', 'nobody', ({ own }) => sayShare(own.nobody)],
  ['Who wrote it', 'own share of a list, mean', ({ own }) => sayMean(own.perList, 2)],
  ['Who wrote it', 'lists written by it (60 % of the items or more)', ({ own }) => sayShare(own.listsMostlyOwn), 'lists-mostly-own'],
  ['True', 'sentences that passed, first attempt', ({ grounding }) => sayShare(grounding.sentences)],
  ['True', 'whole texts that passed, first attempt', ({ grounding }) => sayShare(grounding.wholeTexts)],
  ['True', 'asked more than once', ({ grounding }) => sayShare(grounding.askedAgain)],
  ['True', 'refused for', ({ grounding }) => grounding.refusals.map(({ code, count }) => `${code} × ${count}`).join(', ') || 'nothing'],
  ['True', 'fell back because', ({ fallbackReasons }) => fallbackReasons.map(({ reason, count }) => `${reason} × ${count}`).join('; ') || 'never'],
  ['Personal', "says the ranker's first reason", ({ reasons }) => sayShare(reasons.firstReason), 'first-reason'],
  ['Personal', 'by the fact that proves it', ({ reasons }) => sayShare(reasons.firstProof)],
  ['Personal', 'speaks of this listener', ({ reasons }) => sayShare(reasons.personal), 'personal'],
  ['Personal', 'briefs that have history to speak of', ({ reasons }) => sayShare(reasons.withHistory)],
  ['Personal', 'opinion, of the words', ({ reasons }) => sayShare(reasons.opinionWords), 'opinion-words'],
  ['Personal', 'swap test, listeners (chance 25 %)', ({ swap }) => sayShare(swap.listeners), 'swap-listeners'],
  ['Personal', 'swap test, items (chance 25 %)', ({ swap }) => sayShare(swap.items), 'swap-items'],
  ['Words', 'words', ({ words }) => sayMean(words, 1)],
  ['Words', 'over the limit', ({ overLimit }) => sayShare(overLimit)],
  ['Words', 'with a concrete fact', ({ specific }) => sayShare(specific)],
  ['Words', 'said before (runs of four words)', ({ repetition }) => sayMean(repetition.overlap, 3)],
  ['Words', 'openings repeated in a list', ({ repetition }) => sayShare(repetition.openings)],
  ['Words', 'reading ease (Flesch)', (provider) => sayMean(provider.readingEase, 0)],
  ['Words', 'tone, 1 to 5, by the judge', ({ tone }) => (tone === null ? 'not judged' : sayMean(tone, 2))],
  ['Cost', 'latency of its calls, half / 95 %', ({ latencyMs }) => sayTimes(latencyMs)],
  ['Cost', 'first text, half / 95 %', ({ timeToFirstTextMs }) => sayTimes(timeToFirstTextMs)],
  ['Cost', 'tokens in', ({ usage }) => sayTotal(usage.inputTokens, sayTokens)],
  ['Cost', 'tokens out', ({ usage }) => sayTotal(usage.outputTokens, sayTokens)],
  ['Cost', 'money', ({ usage }) => sayTotal(usage.costMicroUsd, sayCost)],
]

/** The table of an evaluation, for a terminal and for the page. */
export function summaryOf(providers: readonly ProviderEvaluation[]): readonly SummaryRow[] {
  return rows.map(([group, name, read, goalName]) => {
    const goalOf = (provider: ProviderEvaluation): Goal | undefined => provider.goals.find((goal) => goal.name === goalName)
    const [first] = providers.flatMap((provider) => goalOf(provider) ?? [])
    return {
      group,
      name,
      goal: first === undefined ? '' : `${first.direction === 'at-least' ? '≥' : '≤'} ${percent(first.goal)} %`,
      cells: providers.map((provider) => ({ text: read(provider), isMet: goalOf(provider)?.isMet ?? null })),
    }
  })
}
