import { z } from 'zod'
import { modelNames } from '../ranking-models/ranking-model.js'

const count = z.number().int().nonnegative()

/** How the arrays of a model file are called and counted. */
export const arrayTypes = { Float32Array, Float64Array, Uint32Array } as const

/**
 * The readable part of a model file: what was trained from what, and where its arrays stand. Offsets are bytes from the start of the body, lengths are elements.
 */
export const modelHeader = z.strictObject({
  format: z.literal(1),
  model: z.enum(modelNames),
  trainedAt: z.iso.datetime(),
  seed: z.number().int(),
  /** How long the training took. */
  seconds: z.number().nonnegative(),
  listeners: count,
  interactions: count,
  /** Artists and shows that were left out because the model could not be held in memory with them. */
  leftOut: count,
  /** The state of the data that it was trained on. */
  dataVersion: z.strictObject({ catalog: count, listening: count }),
  /** Ids of artists and shows; the place in the list is the item number of the model. */
  creatorIds: z.array(z.string().min(1)).min(1),
  numbers: z.record(z.string(), z.number()),
  arrays: z.array(z.strictObject({ name: z.string(), type: z.enum(['Float32Array', 'Float64Array', 'Uint32Array']), offset: count, length: count })),
})

export type ModelHeader = z.infer<typeof modelHeader>

/** What is known of a trained model without its arrays. */
export type ModelFacts = Omit<ModelHeader, 'format' | 'numbers' | 'arrays'>

const versionPattern = /^(?<model>[a-z]+(?:-[a-z]+)*)-(?<day>\d{8})-(?<time>\d{6})-(?<digest>[0-9a-f]{16})$/

/** "ease-20261124-031500-0123456789abcdef": the model, when it was trained (UTC), and the beginning of the sha256 of its file. */
export function versionOf({ model, trainedAt }: Pick<ModelHeader, 'model' | 'trainedAt'>, sha256: string): string {
  const [day = '', time = ''] = trainedAt.split('T')
  return `${model}-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${sha256.slice(0, 16)}`
}

export const isVersion = (text: string): boolean => versionPattern.test(text)

/** Sorts as the moment of training. */
export function momentOf(version: string): string {
  const { day = '', time = '' } = versionPattern.exec(version)?.groups ?? {}
  return day + time
}
