import { evaluateFaithfulness, recipesWithHistory, type Faithfulness } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { parseCount } from '../parse-number.js'
import { sayWhoElse } from '../say-who-else.js'

export interface EvaluateFaithfulnessOptions {
  readonly faithfulness?: true
  readonly listeners: string
  readonly recipes?: string
  readonly adventurousness: string
  readonly seed: string
  readonly json?: true
}

/** The share of suggestions that a reason must be worth something to, for a recipe to keep its word. */
const GOAL = 0.95
const TOP = 10

/** `linernotes evaluate --faithfulness`: whether the reasons that are given are the reasons, measured on the listeners of the database. */
export async function evaluateFaithfulnessCommand(context: CommandContext, options: EvaluateFaithfulnessOptions): Promise<ExitCode> {
  const request = {
    listeners: parseCount('evaluate: --listeners', options.listeners, 1, 100_000),
    recipes: parseRecipes(options.recipes),
    top: TOP,
    adventurousness: parseDial(options.adventurousness),
    seed: parseCount('evaluate: --seed', options.seed, 0, 2_147_483_647),
  }
  await using platform = await openCommandPlatform(context)
  using bar = context.progress('Taking reasons away')
  const recipes = await evaluateFaithfulness(platform, request, {
    onProgress: (done, total) => bar.update({ done, total, unit: 'lists' }),
    signal: context.signal,
  })
  bar[Symbol.dispose]()
  if (recipes.every(({ listeners }) => listeners === 0))
    throw new Error('evaluate: no listener in this database has a history; start once for the sample (npx -y pnpm@12.21.0 start), or import one')
  if (options.json) context.print(JSON.stringify({ goal: GOAL, ...request, recipes }))
  else for (const line of recipes.flatMap(linesOf)) context.print(line)
  sayWhoElse(context, platform.database)
  return exitCode.done
}

function linesOf({ recipe, suggestions, withoutHistory, lowered, oneRandomItem, asManyRandomItems, byReason, millisecondsEach }: Faithfulness): string[] {
  const mark = lowered.share === null ? '○' : lowered.share >= GOAL ? '✓' : '✗'
  return [
    `${mark} ${recipe}: ${percent(lowered)} of ${suggestions} suggestions rank lower without the plays of their top reason (goal ${GOAL * 100} %)`,
    `    without one random item instead ${percent(oneRandomItem)}, without as many random items ${percent(asManyRandomItems)}`,
    ...(withoutHistory === 0 ? [] : [`    ${withoutHistory} more give a top reason that rests on no history`]),
    ...byReason.map(({ code, lowered: of }) => `    ${code.padEnd(17)} ${of.count} of ${of.of}`),
    `    one ranking without its evidence took ${millisecondsEach.toFixed(1)} ms`,
  ]
}

const percent = ({ share, low, high }: Faithfulness['lowered']): string =>
  share === null ? 'nothing' : `${(share * 100).toFixed(1)} % (${((low ?? 0) * 100).toFixed(1)} to ${((high ?? 1) * 100).toFixed(1)})`

function parseRecipes(text: string | undefined): readonly string[] {
  if (text === undefined) return recipesWithHistory
  const recipes = text.split(',').map((name) => name.trim())
  const unknown = recipes.find((name) => !recipesWithHistory.includes(name))
  if (unknown !== undefined) throw new UsageError(`evaluate: --recipes expects names with commas of ${recipesWithHistory.join(', ')}, not ${unknown}`)
  return recipes
}

function parseDial(text: string): number {
  const value = Number(text)
  if (!/^\d(\.\d{1,6})?$/.test(text) || value > 1) throw new UsageError(`evaluate: --adventurousness expects 0 to 1, not ${text}`)
  return value
}
