import { z } from 'zod'
import type { ModelParts } from '../ranking-models/ranking-model.js'
import { arrayTypes, datedModelHeader, modelHeader, type ModelFacts, type ModelHeader } from './model-header.js'
import { decodeNote } from './training-note.js'

/*
 * A model file: eight bytes that say so, the length of the header (u32, little endian, as are all arrays), the header as JSON, zeros up to a multiple of eight, then the
 * arrays, each at a multiple of eight. Its name holds the beginning of the sha256 of all this, so that a file that was changed is no longer the version that it is called.
 * What follows is the note of the training: when, and how long. It is not in that sum, for equal models are called alike.
 */
const signature = Buffer.from('LNMODEL1', 'latin1')
const LENGTH_AT = signature.length
const HEADER_AT = LENGTH_AT + 4
const ALIGNMENT = 8

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
const padding = (bytes: number): Uint8Array => new Uint8Array(aligned(bytes) - bytes)

/** A trained model with what is known of it. */
export interface TrainedParts {
  readonly facts: ModelFacts
  readonly parts: ModelParts
}

/** As it is read from a file. */
export interface DecodedModel extends TrainedParts {
  /** So many bytes, from the first on, make the model: their sum is in its name. */
  readonly summedBytes: number
  /** The moment of the training is among them. */
  readonly isDated: boolean
}

/** The model, piece by piece: views of the arrays, nothing is copied. In a file, `encodeNote` of its facts follows. */
export function* encodeModel({ facts, parts }: TrainedParts): Generator<Uint8Array> {
  const arrays: ModelHeader['arrays'] = []
  let offset = 0
  for (const [name, array] of Object.entries(parts.arrays)) {
    arrays.push({ name, type: typeOf(array), offset, length: array.length })
    offset += aligned(array.byteLength)
  }
  const { trainedAt: _at, seconds: _seconds, dataVersion: _version, ...model } = facts
  const header: ModelHeader = { format: 2, ...model, numbers: { ...parts.numbers }, arrays }
  const text = Buffer.from(JSON.stringify(modelHeader.parse(header)))
  const start = Buffer.alloc(HEADER_AT)
  signature.copy(start)
  start.writeUInt32LE(text.length, LENGTH_AT)
  yield start
  yield text
  yield padding(HEADER_AT + text.length)
  for (const array of Object.values(parts.arrays)) {
    yield new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    yield padding(array.byteLength)
  }
}

const anyHeader = z.discriminatedUnion('format', [modelHeader, datedModelHeader])

/**
 * Reads a model file, trusting nothing: the header is parsed, and every array must lie inside the file, in order, without a gap. The arrays are views.
 * @throws {RangeError} or another error of parsing: the bytes are no model file
 */
export function decodeModel(bytes: ArrayBuffer): DecodedModel {
  const whole = Buffer.from(bytes)
  if (!whole.subarray(0, LENGTH_AT).equals(signature)) throw new RangeError('it does not begin as a model file')
  if (whole.length < HEADER_AT) throw new RangeError('it ends in its header')
  const headerEnd = HEADER_AT + whole.readUInt32LE(LENGTH_AT)
  if (headerEnd > whole.length) throw new RangeError('it ends in its header')
  const header = anyHeader.parse(JSON.parse(whole.toString('utf8', HEADER_AT, headerEnd)))
  const bodyAt = aligned(headerEnd)
  let next = 0
  const views = header.arrays.map(({ name, type, offset, length }) => {
    const size = length * arrayTypes[type].BYTES_PER_ELEMENT
    if (offset !== next || bodyAt + offset + size > bytes.byteLength) throw new RangeError(`its array "${name}" is not where it should be`)
    next = offset + aligned(size)
    return [name, new arrayTypes[type](bytes, bodyAt + offset, length)] as const
  })
  const summedBytes = bodyAt + next
  const parts = { name: header.model, numbers: header.numbers, arrays: Object.fromEntries(views) }
  if (header.format === 1) {
    if (summedBytes !== bytes.byteLength) throw new RangeError('it is longer or shorter than its header says')
    const { format: _, numbers: _numbers, arrays: _arrays, ...facts } = header
    return { facts, parts, summedBytes, isDated: true }
  }
  if (summedBytes > bytes.byteLength) throw new RangeError('it is shorter than its header says')
  const { format: _, numbers: _numbers, arrays: _arrays, ...model } = header
  return { facts: { ...model, ...decodeNote(whole.subarray(summedBytes)) }, parts, summedBytes, isDated: false }
}

function typeOf(array: ModelParts['arrays'][string]): keyof typeof arrayTypes {
  if (array instanceof Float32Array) return 'Float32Array'
  return array instanceof Float64Array ? 'Float64Array' : 'Uint32Array'
}
