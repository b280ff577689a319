import { evaluateExposure, type ExposureReport } from '@linernotes/recommendations'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { sayWhoElse } from '../say-who-else.js'
import { parseShare, parseTrial, type EvaluateDialOptions } from './evaluate-dial.command.js'

export interface EvaluateExposureOptions extends EvaluateDialOptions {
  readonly coldArtists: string
  readonly floors: string
  readonly adventurousness: string
}

/** `linernotes evaluate-exposure`: which places newcomers and the little heard get under several floors, and what that costs in nDCG. */
export async function evaluateExposureCommand(context: CommandContext, options: EvaluateExposureOptions): Promise<ExitCode> {
  const request = {
    ...parseTrial('evaluate-exposure', options),
    coldArtists: parseShare('evaluate-exposure: --cold-artists', options.coldArtists),
    floors: options.floors.split(',').map((text) => parseUnit('--floors', text)),
    adventurousness: parseUnit('--adventurousness', options.adventurousness),
  }
  const { now, signal } = context
  await using platform = await openCommandPlatform(context)
  using bar = context.progress('Making lists')
  const report = await evaluateExposure(platform.database.db, {
    ...request,
    now,
    signal,
    onProgress: (done, total) => bar.update({ done, total, unit: 'lists' }),
  })
  context.print(options.json ? JSON.stringify(report) : tableOf(report))
  sayWhoElse(context, platform.database)
  return exitCode.done
}

function parseUnit(option: string, text: string): number {
  if (!/^(0(\.\d{1,6})?|1(\.0{1,6})?|\.\d{1,6})$/.test(text)) throw new UsageError(`evaluate-exposure: ${option} expects 0 to 1, not ${text}`)
  return Number(text)
}

const signed = (value: number): string => (Math.round(value * 10_000) / 10_000 + 0).toFixed(4)
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8)

function tableOf({ recipe, k, listeners, coldArtists, coldTracks, yardstick, steps }: ExposureReport): string {
  const line = (name: string, { littleHeard, cold, coldReached, ndcg }: ExposureReport['yardstick'], loss: string) =>
    `${name.padEnd(24)}${percent(littleHeard).padStart(12)}${percent(cold).padStart(16)}${percent(coldReached).padStart(20)}${ndcg.toFixed(4).padStart(9)}${loss}`
  return [
    `Lists of ${k} for ${listeners} listeners. The plays of ${coldArtists} artists are held back; ${percent(coldTracks).trim()} of all tracks are by artists without a play.`,
    `${'recipe and floor'.padEnd(24)}${'little heard'.padStart(12)}${'without a play'.padStart(16)}${'held back, reached'.padStart(20)}${`nDCG@${k}`.padStart(9)}    loss  nDCG by the floor alone (95 %)`,
    line('discover-tracks, none', yardstick, percent(0)),
    ...steps.map(({ floor, ndcgLoss, ofFloor: { mean, low, high }, ...exposure }) =>
      line(`${recipe},${percent(floor).trimStart().padStart(8)}`, exposure, `${percent(ndcgLoss)}  ${signed(mean)} [${signed(low)}, ${signed(high)}]`),
    ),
  ].join('\n')
}
