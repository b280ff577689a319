import { createHash } from 'node:crypto'
import type { TrainedParts } from '../model-store/model-bytes.js'

const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)])

/** A file as it was written until November 2026, with the moment of the training in the header and in the name. */
export function datedModel({ facts, parts }: TrainedParts): { readonly version: string; readonly bytes: Buffer } {
  let next = 0
  const arrays = Object.entries(parts.arrays).map(([name, array]) => {
    const offset = next
    next += Math.ceil(array.byteLength / 8) * 8
    return { name, type: array.constructor.name, offset, length: array.length }
  })
  const text = Buffer.from(JSON.stringify({ format: 1, ...facts, numbers: parts.numbers, arrays }))
  const start = Buffer.alloc(12)
  start.write('LNMODEL1', 'latin1')
  start.writeUInt32LE(text.length, 8)
  const body = Object.values(parts.arrays).map((array) => padded(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)))
  const bytes = Buffer.concat([padded(Buffer.concat([start, text])), ...body])
  const moment = facts.trainedAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  return { version: `${facts.model}-${moment}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`, bytes }
}
