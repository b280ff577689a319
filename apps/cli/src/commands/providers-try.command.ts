import { loadConfig } from '@linernotes/configuration'
import { findListener } from '@linernotes/listening'
import { type RecordedAttempt, recordPlugin } from '@linernotes/narratives'
import type { LinerNotesConfig } from '@linernotes/narratives/config'
import type { NarrateOutcome, NarrativeStyle, Platform } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { sayWhoElse } from '../say-who-else.js'
import { chooseItem, fillEmptyCatalogue, type TriedItem } from './providers-try-item.js'
import { printTrial, printTrials } from './providers-try-print.js'
import { describeTrial, type Trial } from './providers-trial.js'

export interface TryOptions {
  readonly item?: string
  readonly listener: string
  readonly style?: string
  readonly stream?: true
  readonly against?: string
  readonly strict?: true
  readonly json?: true
}

const styles = ['blurb', 'dj', 'pitch'] as const

/** `linernotes providers try KEY`: one narrative by one provider, with everything that an author wants to see of it. */
export async function tryCommand(context: CommandContext, key: string, options: TryOptions): Promise<ExitCode> {
  const asked = [key, ...(options.against === undefined || options.against === key ? [] : [options.against])]
  const wanted = parseStyle(options.style)
  const attempts: RecordedAttempt[] = []
  const config = await loadConfig(context.environment)
  await using platform = await openCommandPlatform(context, recorded(config, asked, attempts))
  const statuses = await platform.narrator.providers({ signal: context.signal })
  const status = asked.map((one) => statuses.find((provider) => provider.key === one) ?? unknown(one, statuses))[0]
  await fillEmptyCatalogue(context, platform)
  const listener = await findListener(platform.database.db, { externalId: options.listener })
  const item = await chooseItem(context, platform, {
    item: options.item ?? null,
    listenerId: listener?.id ?? null,
    kinds: status?.capabilities?.kinds ?? ['track', 'episode'],
  })
  const style = wanted ?? styleFor(item, status?.capabilities?.styles ?? styles)
  if (listener === null) context.note(`Nothing is known of ${options.listener}: this is for nobody in particular.`)
  const trials: Trial[] = []
  for (const one of asked) {
    context.note(`Asking ${one} for a ${style} about “${item.title}”, ${item.by} …`)
    const first = attempts.length
    if (options.stream && !options.json && asked.length > 1) context.print(`── ${one}`)
    const deltas = options.stream && !options.json ? (text: string): void => context.print(text.trim()) : (): void => {}
    const outcome = await narrate(
      platform,
      item,
      { provider: one, listenerId: listener?.id ?? null, style, language: listener?.locale ?? 'en' },
      context.signal,
      deltas,
    )
    sayWhenLate(context, config, one, attempts.slice(first))
    trials.push(await describeTrial(platform.database.db, one, outcome, attempts.slice(first)))
  }
  if (options.json) context.print(JSON.stringify({ item, listener: options.listener, profiled: listener !== null, style, trials }))
  else if (trials.length > 1) printTrials(context.print, trials)
  else for (const trial of trials) printTrial(context.print, trial, options.stream === true && trial.text !== null)
  sayWhoElse(context, platform.database)
  return codeOf(trials, options)
}

function sayWhenLate({ note }: CommandContext, { deadlineMs }: LinerNotesConfig, asked: string, attempts: readonly RecordedAttempt[]): void {
  const took = Math.max(0, ...attempts.filter(({ provider }) => provider === asked).map(({ latencyMs }) => latencyMs))
  if (deadlineMs !== undefined && took > deadlineMs)
    note(
      `${asked} took ${(took / 1000).toFixed(1)} s; after ${deadlineMs / 1000} s (deadlineMs) a listener would have the next provider's text. Try again: a model that is loaded is faster.`,
    )
}

function codeOf(trials: readonly Trial[], { strict }: TryOptions): ExitCode {
  if (trials.some((trial) => trial.text === null)) return exitCode.failed
  return strict && trials[0]?.writer !== trials[0]?.asked ? exitCode.rejected : exitCode.done
}

/** How long an author waits, a cold model included; listeners wait `deadlineMs`. */
const patienceMs = 120_000

/** The same configuration with patience, and with everything taken down that the providers asked for say. */
function recorded(config: LinerNotesConfig, keys: readonly string[], attempts: RecordedAttempt[]): LinerNotesConfig {
  const providers = config.providers.map((load) => async () => {
    const { default: plugin } = await load()
    return { default: keys.includes(plugin?.key) ? recordPlugin(plugin, (attempt) => attempts.push(attempt)) : plugin }
  })
  return { ...config, providers, deadlineMs: Math.max(patienceMs, config.deadlineMs ?? 0) }
}

function unknown(key: string, statuses: readonly { readonly key: string }[]): never {
  throw new UsageError(`providers try: there is no provider ${JSON.stringify(key)}; there are ${statuses.map((provider) => provider.key).join(', ')}`)
}

function parseStyle(text: string | undefined): NarrativeStyle | null {
  if (text === undefined) return null
  const style = styles.find((one) => one === text)
  if (style === undefined) throw new UsageError(`providers try: --style expects blurb, dj or pitch, not ${text}`)
  return style
}

function styleFor(item: TriedItem, able: readonly NarrativeStyle[]): NarrativeStyle {
  const usual = item.kind === 'episode' ? 'pitch' : 'blurb'
  return able.includes(usual) ? usual : (able[0] ?? usual)
}

async function narrate(
  platform: Platform,
  item: TriedItem,
  { provider, listenerId, style, language }: { provider: string; listenerId: string | null; style: NarrativeStyle; language: string },
  signal: AbortSignal,
  onDelta: (text: string) => void,
): Promise<NarrateOutcome> {
  const request = { provider, style, language, maxWords: null, seed: null, spoilerFree: true, cache: 'bypass' } as const
  for await (const event of platform.streamItem(item.id, listenerId, request, signal)) {
    if (event.type !== 'delta') return event
    onDelta(event.text)
  }
  throw new Error('The narrative has no end')
}
