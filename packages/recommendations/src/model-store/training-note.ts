import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { trainingNote, type TrainingNote } from './model-header.js'

/*
 * The end of a model file: the note as JSON, its sha256, and the length of both (u32, little endian), so that it can be read without the model.
 */
const DIGEST_BYTES = 32
const LENGTH_BYTES = 4
/** A longer one is none. */
const MOST_BYTES = 4_096

const digestOf = (text: Uint8Array): Buffer => createHash('sha256').update(text).digest()

export function encodeNote({ trainedAt, seconds, dataVersion }: TrainingNote): Uint8Array {
  const text = Buffer.from(JSON.stringify({ trainedAt, seconds, dataVersion }))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(text.length + DIGEST_BYTES)
  return Buffer.concat([text, digestOf(text), length])
}

/** @throws {RangeError} or a zod error: it is not what was written */
export function decodeNote(bytes: Uint8Array): TrainingNote {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const textEnd = whole.length - LENGTH_BYTES - DIGEST_BYTES
  if (textEnd < 0 || whole.readUInt32LE(whole.length - LENGTH_BYTES) !== textEnd + DIGEST_BYTES) throw new RangeError('it does not end as a model file')
  const text = whole.subarray(0, textEnd)
  if (!digestOf(text).equals(whole.subarray(textEnd, textEnd + DIGEST_BYTES))) throw new RangeError('the note at its end was changed')
  return trainingNote.parse(JSON.parse(text.toString('utf8')))
}

/** When the model in a file was trained, from its end alone. null: it is damaged, or one without a note. */
async function readMoment(file: string): Promise<number | null> {
  await using handle = await open(file)
  const { size } = await handle.stat()
  const { buffer } = await handle.read(Buffer.alloc(Math.min(size, MOST_BYTES)), 0, Math.min(size, MOST_BYTES), Math.max(0, size - MOST_BYTES))
  const length = buffer.length < LENGTH_BYTES ? Number.POSITIVE_INFINITY : buffer.readUInt32LE(buffer.length - LENGTH_BYTES) + LENGTH_BYTES
  if (length > buffer.length) return null
  try {
    return Date.parse(decodeNote(buffer.subarray(buffer.length - length)).trainedAt)
  } catch {
    return null
  }
}

const datedPattern = /-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-[0-9a-f]{16}$/

/** By which versions are sorted: the moment in the name of an older one, else that in the file; of a damaged one: before all. */
export async function momentOf(version: string, file: string): Promise<number> {
  const [, ...parts] = datedPattern.exec(version) ?? []
  const [year = 0, month = 1, day, hour, minute, second] = parts.map(Number)
  return parts.length > 0 ? Date.UTC(year, month - 1, day, hour, minute, second) : ((await readMoment(file)) ?? 0)
}
