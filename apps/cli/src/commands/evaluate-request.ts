import path from 'node:path'
import { CALIBRATION_STRENGTH, modelNames, type EvaluationRequest, type InteractionSources, type TableSource } from '@linernotes/recommendations/evaluation'
import { UsageError } from '../failures.js'
import { parseCount } from '../parse-number.js'

export interface EvaluateOptions {
  readonly interactions?: string
  readonly foldIn?: string
  readonly test?: string
  readonly split?: string
  readonly holdout: string
  readonly writeSplit?: string
  readonly tags?: string
  readonly friends?: string
  readonly models: string
  readonly k: string
  readonly minItemUsers: string
  readonly calibrationTags: string
  /** true: as strongly as halves the divergence. */
  readonly calibrate?: string | true
  readonly seed: string
  readonly json?: true
  readonly strict?: true
}

/** What the user typed, checked before a file is opened. Relative paths start in `directory`. @throws UsageError */
export function parseEvaluateRequest(directory: string, file: string | undefined, options: EvaluateOptions): EvaluationRequest {
  const at = (name: string): TableSource => ({ name, path: path.resolve(directory, name) })
  return {
    sources: parseSources(at, file, options),
    tags: options.tags === undefined ? null : at(options.tags),
    friends: options.friends === undefined ? null : at(options.friends),
    writeSplit: options.writeSplit === undefined ? null : path.resolve(directory, options.writeSplit),
    models: listOf('--models', options.models, (name) => {
      const known = modelNames.find((each) => each === name)
      if (known === undefined) throw new UsageError(`evaluate: --models: there is no model ${JSON.stringify(name)}; there are ${modelNames.join(', ')}`)
      return known
    }),
    ks: listOf('--k', options.k, (text) => parseCount('evaluate: --k', text, 1, 1_000)),
    minItemUsers: parseCount('evaluate: --min-item-users', options.minItemUsers, 1, 1_000_000),
    calibrationTags: parseCount('evaluate: --calibration-tags', options.calibrationTags, 1, 1_000_000),
    calibrate: parseCalibrate(options),
    seed: parseCount('evaluate: --seed', options.seed, 0, 999_999_999),
  }
}

function parseSources(at: (name: string) => TableSource, file: string | undefined, options: EvaluateOptions): InteractionSources {
  const { interactions, foldIn, test, split } = options
  const named = { '--interactions': interactions, '--fold-in': foldIn, '--test': test }
  if (split !== undefined) {
    const extra = Object.entries(named).find(([, value]) => value !== undefined)
    if (split !== 'user') throw new UsageError(`evaluate: --split expects \`user\`, not ${split}`)
    if (file === undefined) throw new UsageError('evaluate: --split needs a file: evaluate --split user FILE')
    if (extra !== undefined) throw new UsageError(`evaluate: --split makes what ${extra[0]} names: give one of them`)
    return { whole: at(file), holdout: parseShare('--holdout', options.holdout) }
  }
  if (file !== undefined) throw new UsageError('evaluate: a file without a name in front of it is split: add --split user')
  if (options.writeSplit !== undefined) throw new UsageError('evaluate: --write-split needs --split user FILE')
  const missing = Object.entries(named).find(([, value]) => value === undefined)
  if (missing !== undefined || interactions === undefined || foldIn === undefined || test === undefined)
    throw new UsageError(`evaluate: ${missing?.[0]} is missing; or let the program split one file: evaluate --split user FILE`)
  return { interactions: at(interactions), foldIn: at(foldIn), test: at(test) }
}

function parseShare(option: string, text: string): number {
  const share = Number(text)
  if (!/^0?\.\d{1,6}$/.test(text) || share <= 0) throw new UsageError(`evaluate: ${option} expects a share above 0 and below 1, not ${text}`)
  return share
}

function parseCalibrate({ calibrate, tags }: EvaluateOptions): number | null {
  if (calibrate === undefined) return null
  if (tags === undefined) throw new UsageError('evaluate: --calibrate needs --tags: it compares what lists and histories are called')
  return calibrate === true ? CALIBRATION_STRENGTH : parseShare('--calibrate', calibrate)
}

/** What stands between commas, each once. */
function listOf<Value>(option: string, text: string, parse: (part: string) => Value): readonly Value[] {
  const values = text.split(',').map((part) => parse(part.trim()))
  if (new Set(values).size < values.length) throw new UsageError(`evaluate: ${option}: ${text} names one twice`)
  return values
}
