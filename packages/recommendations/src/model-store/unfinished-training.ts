import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Checkpoint, Checkpoints } from '../ranking-models/checkpoints.js'
import { arrayTypes } from './model-header.js'
import { PART } from './write-whole.js'

const SUFFIX = '.unfinished'
const DIGEST_BYTES = 32
/** Keeping takes at most a twentieth of the time. */
const SHARE_OF_TIME = 20
/** A training that nobody went on with for so long is given up. */
const GIVEN_UP_MS = 7 * 24 * 60 * 60 * 1000

const head = z.strictObject({
  steps: z.number().int().nonnegative(),
  arrays: z.array(z.strictObject({ name: z.string(), type: z.enum(['Float32Array', 'Float64Array', 'Uint32Array']), length: z.number().int().nonnegative() })),
})

export interface UnfinishedOptions {
  readonly directory: string
  /** See `trainingKey`. */
  readonly key: string
  /** Least time between two times of keeping, in milliseconds. */
  readonly everyMs: number
  /** Told once for each part that goes on where it was. */
  readonly onFound?: (name: string, steps: number) => void
}

/**
 * How far a training is, as files beside the models: one for each part of it, written whole under another name and then renamed, with the sha256 of its content in
 * front. Synchronous, for it runs in the thread that trains. A disk that is full or read-only costs the possibility to go on, not the training.
 */
export function openUnfinished({ directory, key, everyMs, onFound }: UnfinishedOptions): Checkpoints {
  const fileOf = (name: string): string => path.join(directory, `${key}.${name}${SUFFIX}`)
  let dueAt = performance.now() + everyMs
  return {
    find(name) {
      const checkpoint = readCheckpoint(fileOf(name))
      if (checkpoint !== null) onFound?.(name, checkpoint.steps)
      return checkpoint
    },
    keep(name, checkpoint, isLast) {
      const began = performance.now()
      if (began < dueAt && !(isLast && began > dueAt - everyMs / 2)) return
      try {
        writeCheckpoint(directory, fileOf(name), checkpoint())
      } catch {
        // It trains on without.
      }
      const ended = performance.now()
      dueAt = ended + Math.max(everyMs, (ended - began) * SHARE_OF_TIME)
    },
  }
}

/** Deletes what a finished training kept, and what nobody went on with. */
export function forgetUnfinished(directory: string, key: string, now: number): void {
  let names: readonly string[] = []
  try {
    names = readdirSync(directory).filter((name) => name.endsWith(SUFFIX))
  } catch {
    return
  }
  for (const name of names) {
    const file = path.join(directory, name)
    const isOld = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) > GIVEN_UP_MS
    if (name.startsWith(`${key}.`) || isOld) rmSync(file, { force: true })
  }
}

function writeCheckpoint(directory: string, file: string, { steps, arrays }: Checkpoint): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const views = Object.entries(arrays).map(([name, array]) => ({ name, type: array.constructor.name, length: array.length, array }))
  const text = Buffer.from(`${JSON.stringify({ steps, arrays: views.map(({ name, type, length }) => ({ name, type, length })) })}\n`)
  const pieces = [text, ...views.map(({ array }) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength))]
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  const part = `${file}${PART}`
  const handle = openSync(part, 'w', 0o600)
  try {
    for (const piece of [hash.digest(), ...pieces]) for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, file)
}

/** null: there is none, or it is not what was written. */
function readCheckpoint(file: string): Checkpoint | null {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    return null
  }
  const content = bytes.subarray(DIGEST_BYTES)
  if (!createHash('sha256').update(content).digest().equals(bytes.subarray(0, DIGEST_BYTES))) return null
  const end = content.indexOf('\n')
  const { steps, arrays } = head.parse(JSON.parse(content.toString('utf8', 0, end)))
  let at = end + 1
  const kept = arrays.map(({ name, type, length }) => {
    const size = length * arrayTypes[type].BYTES_PER_ELEMENT
    // A copy, for elements must lie at multiples of their size.
    const copy = new Uint8Array(content.subarray(at, at + size)).buffer
    at += size
    return [name, new arrayTypes[type](copy)] as const
  })
  return { steps, arrays: Object.fromEntries(kept) }
}
