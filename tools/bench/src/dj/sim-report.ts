import { isSourcedFact } from '@linernotes/dj'
import { findEvidence, type Platform } from '@linernotes/serving'
import type { Transition } from './watch-session.js'

export interface SimReport {
  readonly mode: 'fake clock' | 'real clock'
  readonly provider: string
  readonly transitions: number
  /** A talk or a deliberate silence was there before the end of the item before. */
  readonly ready: number
  readonly talks: number
  readonly silences: number
  /** Talks in the words, or by the plan, of the provider that was asked. */
  readonly byProvider: number
  /** Why the others were not, and how often. */
  readonly fallbacks: Readonly<Record<string, number>>
  /** Talks that state a sourced fact other than genre, year and counts of plays. */
  readonly withSourcedFact: number
  readonly kinds: Readonly<Record<string, number>>
  /** Real milliseconds from the turn of the clock to the settled talk. */
  readonly settledMs: { readonly median: number; readonly p99: number }
  /** Real milliseconds from a steering to the first changed segment. */
  readonly steeringMs: { readonly steerings: number; readonly median: number; readonly most: number }
}

export async function reportOf(
  platform: Platform,
  run: { readonly mode: SimReport['mode']; readonly provider: string; readonly transitions: readonly Transition[]; readonly steerings: readonly number[] },
): Promise<SimReport> {
  const { transitions, steerings, provider, mode } = run
  const talks = transitions.flatMap(({ segment }) => (segment.talk?.type === 'narrative' ? [segment.talk] : []))
  const evidence = await findEvidence(
    platform.database.db,
    talks.flatMap(({ evidenceIds }) => evidenceIds),
  )
  const states = (ids: readonly string[]): boolean => ids.some((id) => isSourcedFact(evidence.get(id) ?? { property: 'item', values: {} }))
  const times = transitions.flatMap(({ settledMs }) => settledMs ?? [])
  return {
    mode,
    provider,
    transitions: transitions.length,
    ready: transitions.filter(({ isReady, settledMs, leftMs }) => isReady && (mode === 'real clock' || (settledMs ?? 0) <= leftMs)).length,
    talks: talks.length,
    silences: transitions.length - talks.length,
    byProvider: talks.filter((talk) => talk.provider === provider).length,
    fallbacks: Object.fromEntries(
      [
        ...Map.groupBy(
          talks.filter((talk) => talk.fallbackReason !== null),
          (talk) => talk.fallbackReason ?? '',
        ),
      ].map(([reason, list]) => [reason, list.length]),
    ),
    withSourcedFact: talks.filter(({ evidenceIds }) => states(evidenceIds)).length,
    kinds: Object.fromEntries([...Map.groupBy(transitions, ({ segment }) => segment.talkKind)].map(([kind, list]) => [kind, list.length])),
    settledMs: { median: quantile(times, 0.5), p99: quantile(times, 0.99) },
    steeringMs: { steerings: steerings.length, median: quantile(steerings, 0.5), most: quantile(steerings, 1) },
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
}

const percent = (part: number, whole: number): string => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`)

export function printReport(report: SimReport): string {
  const { transitions, ready, talks, silences, byProvider, withSourcedFact, settledMs, steeringMs, provider, mode, kinds } = report
  return [
    `${transitions.toLocaleString('en')} transitions on a ${mode}, talk by ${provider}`,
    `  ready before the end of the item before    ${ready.toLocaleString('en')} of ${transitions.toLocaleString('en')}`,
    `  talks ${talks}, deliberate silence ${silences}    ${Object.entries(kinds)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
    `  by the provider that was asked             ${byProvider} of ${talks} (${percent(byProvider, talks)})`,
    ...Object.entries(report.fallbacks).map(([reason, count]) => `    ${count}: ${reason}`),
    `  with a sourced fact that is no genre, year or count of plays    ${withSourcedFact} of ${talks} (${percent(withSourcedFact, talks)}; goal: at least 30 %)`,
    `  talk settled after                         ${settledMs.median} ms (median), ${settledMs.p99} ms (99th percentile)`,
    `  from steering to the first changed segment ${steeringMs.median} ms (median of ${steeringMs.steerings}), ${steeringMs.most} ms (most)`,
  ].join('\n')
}
