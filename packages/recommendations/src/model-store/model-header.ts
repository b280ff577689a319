import { z } from 'zod'
import { modelNames } from '../ranking-models/ranking-model.js'

const count = z.number().int().nonnegative()

/** How the arrays of a model file are called and counted. */
export const arrayTypes = { Float32Array, Float64Array, Uint32Array } as const

/** What of a training is not its model: when and how long. Equal models are trained at different moments. */
export const trainingNote = z.strictObject({
  trainedAt: z.iso.datetime(),
  /** How long the training took. */
  seconds: z.number().nonnegative(),
  /** The state of the data that it was trained on. */
  dataVersion: z.strictObject({ catalog: count, listening: count }),
})

/**
 * The readable part of a model file: what was trained from what, and where its arrays stand. Offsets are bytes from the start of the body, lengths are elements.
 */
export const modelHeader = z.strictObject({
  format: z.literal(2),
  model: z.enum(modelNames),
  seed: z.number().int(),
  listeners: count,
  interactions: count,
  /** Artists and shows that were left out because the model could not be held in memory with them. */
  leftOut: count,
  /** Ids of artists and shows; the place in the list is the item number of the model. */
  creatorIds: z.array(z.string().min(1)).min(1),
  numbers: z.record(z.string(), z.number()),
  arrays: z.array(z.strictObject({ name: z.string(), type: z.enum(['Float32Array', 'Float64Array', 'Uint32Array']), offset: count, length: count })),
})

/** As it was written until November 2026, with the note in it. */
export const datedModelHeader = modelHeader.extend({ ...trainingNote.shape, format: z.literal(1) })

export type ModelHeader = z.infer<typeof modelHeader>
export type TrainingNote = z.infer<typeof trainingNote>

/** What is known of a trained model without its arrays. */
export type ModelFacts = Omit<ModelHeader, 'format' | 'numbers' | 'arrays'> & TrainingNote

const versionPattern = /^(?<model>[a-z]+(?:-[a-z]+)*)-(?:(?<day>\d{8})-(?<time>\d{6})-)?(?<digest>[0-9a-f]{16})$/

/**
 * "ease-0123456789abcdef": the model, and the beginning of the sha256 of all that makes it, so that equal models are called alike. Those that were stored with their moment in
 * the header go on being called by it: "ease-20261124-031500-0123456789abcdef".
 */
export function versionOf({ model, trainedAt }: Pick<ModelFacts, 'model' | 'trainedAt'>, sha256: string, isDated: boolean): string {
  const [day = '', time = ''] = trainedAt.split('T')
  const moment = isDated ? `${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-` : ''
  return `${model}-${moment}${sha256.slice(0, 16)}`
}

export const isVersion = (text: string): boolean => versionPattern.test(text)
