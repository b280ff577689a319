import { findListener } from '@linernotes/listening'
import { recipeNames, type RunProgress, type RunSpec } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { InterruptedError, UsageError } from '../failures.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { parseCount, parsePositive } from '../parse-number.js'
import { sayWhoElse } from '../say-who-else.js'

export interface NarrateOptions {
  readonly listeners: string
  readonly recipe: string
  readonly top: string
  readonly provider?: string
  readonly style: string
  readonly budgetTokens?: string
  readonly budgetUsd?: string
  readonly workers: string
  readonly json?: true
}

const styles = ['blurb', 'dj', 'pitch'] as const

/** `linernotes narrate`: writes narratives before anybody asks for them. */
export async function narrateCommand(context: CommandContext, options: NarrateOptions): Promise<ExitCode> {
  const spec = parseSpec(options)
  const workers = parseCount('narrate: --workers', options.workers, 0, 256)
  const limits = {
    tokens: options.budgetTokens === undefined ? null : parsePositive('narrate: --budget-tokens', options.budgetTokens),
    microUsd: options.budgetUsd === undefined ? null : parsePositive('narrate: --budget-usd', options.budgetUsd) * 1_000_000,
  }
  await using platform = await openCommandPlatform(context)
  const known = new Set((await platform.narrator.providers({ signal: context.signal })).map(({ key }) => key))
  if (spec.provider !== null && !known.has(spec.provider))
    throw new UsageError(`narrate: --provider: there is no provider ${JSON.stringify(spec.provider)}; there are ${[...known].join(', ')}`)
  for (const externalId of spec.listeners ?? [])
    if ((await findListener(platform.database.db, { externalId })) === null) throw new UsageError(`narrate: --listeners: there is no listener ${externalId}`)

  using progress = context.progress('Writing ahead')
  const startedAt = context.now()
  let first: RunProgress | null = null
  let last: RunProgress | null = null
  const seconds = (): number => Math.max(0.001, (context.now() - startedAt) / 1_000)
  const rate = (): number => ((last?.items.written ?? 0) - (first?.items.written ?? 0)) / seconds()
  const run = await platform
    .narrateAhead(
      spec,
      {
        limits,
        workers,
        onProgress: (now) => {
          first ??= now
          last = now
          progress.update({ done: now.listeners.done, total: now.listeners.total, unit: `lists (${rate().toFixed(1)} texts a second)` })
        },
      },
      context.signal,
    )
    .catch((error: unknown) => {
      if (!context.signal.aborted) throw error
      const { done, total } = last?.listeners ?? { done: 0, total: 0 }
      throw new InterruptedError(`Interrupted at ${done} of ${total} lists. What is written is kept; the same command again goes on.`, { cause: error })
    })
  progress[Symbol.dispose]()
  last = run
  if (options.json) context.print(JSON.stringify(report(run, seconds(), rate())))
  else for (const line of describe(run, seconds(), rate())) context.print(line)
  if (run.stopped !== null) context.note(`Stopped: ${run.stopped}. The same command with a larger budget goes on.`)
  sayWhoElse(context, platform.database)
  return exitCode.done
}

function parseSpec(options: NarrateOptions): RunSpec {
  if (!recipeNames.includes(options.recipe))
    throw new UsageError(`narrate: --recipe: there is no recipe ${options.recipe}; there are ${recipeNames.join(', ')}`)
  const style = styles.find((name) => name === options.style)
  if (style === undefined) throw new UsageError(`narrate: --style expects one of ${styles.join(', ')}, not ${options.style}`)
  const names = options.listeners
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length === 0) throw new UsageError('narrate: --listeners expects `all` or external ids with commas')
  return {
    recipe: options.recipe,
    top: parseCount('narrate: --top', options.top, 1, 200),
    provider: options.provider ?? null,
    style,
    listeners: options.listeners === 'all' ? null : names,
  }
}

function report({ id, spec, listeners, items, limits, spent, reserved, stopped }: RunProgress, seconds: number, textsPerSecond: number): object {
  return {
    run: id,
    ...spec,
    listeners,
    items,
    tokens: { budget: limits.tokens, spent: spent.tokens, reserved: reserved.tokens },
    usd: { budget: limits.microUsd === null ? null : limits.microUsd / 1e6, spent: spent.microUsd / 1e6, reserved: reserved.microUsd / 1e6 },
    stopped,
    seconds,
    textsPerSecond,
  }
}

const amount = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 4 })
const of = (value: number, budget: number | null): string => `${amount(value)}${budget === null ? '' : ` of ${amount(budget)}`}`

function describe({ listeners, items, limits, spent, reserved }: RunProgress, seconds: number, textsPerSecond: number): string[] {
  return [
    `${of(listeners.done, listeners.total)} lists: ${amount(items.written)} narratives written, ${amount(items.kept)} there already, ${amount(items.failed)} without a text`,
    `${textsPerSecond.toFixed(1)} texts a second over ${seconds.toFixed(1)} s`,
    `${of(spent.tokens + reserved.tokens, limits.tokens)} tokens, ${of((spent.microUsd + reserved.microUsd) / 1e6, limits.microUsd === null ? null : limits.microUsd / 1e6)} USD`,
  ]
}
