import { dialLaws, evaluateDial, recipeNames, type DialReport } from '@linernotes/recommendations'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { parseCount } from '../parse-number.js'
import { sayWhoElse } from '../say-who-else.js'

export interface EvaluateDialOptions {
  readonly recipe: string
  readonly listeners: string
  readonly holdout: string
  readonly k: string
  readonly seed: string
  readonly json?: true
}

/** What two evaluations of lists ask the same way, checked. */
export function parseTrial(command: string, { recipe, listeners, holdout, k, seed }: EvaluateDialOptions) {
  if (!recipeNames.includes(recipe)) throw new UsageError(`${command}: --recipe expects one of ${recipeNames.join(', ')}, not ${recipe}`)
  return {
    recipe,
    listeners: parseCount(`${command}: --listeners`, listeners, 2, 100_000),
    holdout: parseShare(`${command}: --holdout`, holdout),
    k: parseCount(`${command}: --k`, k, 2, 200),
    seed: parseCount(`${command}: --seed`, seed, 0, 999_999_999),
  }
}

/** A share above 0 and below 1. */
export function parseShare(option: string, text: string): number {
  const share = Number(text)
  if (!/^0?\.\d{1,6}$/.test(text) || share <= 0) throw new UsageError(`${option} expects a share above 0 and below 1, not ${text}`)
  return share
}

/** `linernotes evaluate-dial`: what adventurousness does to novelty, diversity and nDCG, beside random items of the same novelty. */
export async function evaluateDialCommand(context: CommandContext, options: EvaluateDialOptions): Promise<ExitCode> {
  const request = parseTrial('evaluate-dial', options)
  const { now, signal } = context
  await using platform = await openCommandPlatform(context)
  using bar = context.progress('Turning the dial')
  const report = await evaluateDial(platform.database.db, {
    ...request,
    now,
    signal,
    onProgress: (done, total) => bar.update({ done, total, unit: 'listeners' }),
  })
  if (options.json) context.print(JSON.stringify({ ...report, laws: dialLaws(report) }))
  else context.print(tableOf(report))
  if (report.listeners === 0) context.note('Nobody has played ten tracks: import listening histories, or start once for the sample.')
  sayWhoElse(context, platform.database)
  return exitCode.done
}

// -0.0000 is nothing to print.
const signed = (value: number): string => (Math.round(value * 10_000) / 10_000 + 0).toFixed(4)
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function tableOf(report: DialReport): string {
  const { recipe, k, listeners, steps } = report
  const rows = steps.map(({ adventurousness, novelty, diversity, newArtists, familiarGround, ndcg, ndcgLoss, control, ahead }) => [
    adventurousness.toFixed(2),
    novelty.toFixed(3),
    diversity.toFixed(3),
    percent(newArtists),
    percent(familiarGround),
    ndcg.toFixed(4),
    percent(ndcgLoss),
    control.novelty.toFixed(3),
    control.ndcg.toFixed(4),
    `${signed(ahead.mean)} [${signed(ahead.low)}, ${signed(ahead.high)}]`,
  ])
  const heads = ['dial', 'novelty', 'diversity', 'new', 'familiar', `nDCG@${k}`, 'loss', 'control: novelty', `nDCG@${k}`, 'ahead of control (95 %)']
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padStart(widths[column]!))
      .join('  ')
      .trimEnd()
  return [
    `${recipe}, lists of ${k} for ${listeners} listeners`,
    line(heads),
    ...rows.map(line),
    ...dialLaws(report).map(({ name, holds }) => `${holds ? '✓' : '✗'} ${name}`),
  ].join('\n')
}
