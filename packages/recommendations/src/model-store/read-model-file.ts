import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { openRankingModel } from '../ranking-models/open-ranking-model.js'
import type { RankingModel } from '../ranking-models/ranking-model.js'
import { decodeModel, type DecodedModel } from './model-bytes.js'
import { versionOf, type ModelFacts } from './model-header.js'
import { isMissing, ModelStoreError } from './model-store-error.js'

const PIECE_BYTES = 1 << 20

/** A trained model, opened. */
export interface TrainedModel {
  readonly version: string
  /** Of all that makes the model, in lower-case hex: of the file without the note of its training. */
  readonly sha256: string
  readonly bytes: number
  readonly facts: ModelFacts
  readonly ranking: RankingModel
}

/**
 * Opens a model file after checking that it is byte by byte what was stored under this version.
 * @throws {ModelStoreError} UNKNOWN_VERSION or DAMAGED
 */
export async function readModelFile(file: string, version: string, signal: AbortSignal): Promise<TrainedModel> {
  const bytes = await readWhole(file, signal).catch((error: unknown) => {
    if (isMissing(error))
      throw new ModelStoreError('UNKNOWN_VERSION', `There is no trained model ${version} (${file}). See what there is: linernotes models list`, {
        cause: error,
      })
    throw error
  })
  const damaged = (cause: unknown): ModelStoreError => {
    const reason = cause instanceof RangeError ? cause.message : 'no model can be made of it'
    const remedy = 'Train again (linernotes train), or go back to another version (linernotes models list, linernotes models use VERSION).'
    return new ModelStoreError('DAMAGED', `The trained model ${file} is damaged: ${reason}. ${remedy}`, { cause })
  }
  const decode = (): DecodedModel => {
    try {
      return decodeModel(bytes)
    } catch (cause) {
      throw damaged(cause)
    }
  }
  const { facts, parts, summedBytes, isDated } = decode()
  const sha256 = await sumOf(new Uint8Array(bytes, 0, summedBytes), signal)
  try {
    if (versionOf(facts, sha256, isDated) !== version) throw new RangeError('its checksum is another than the one in its name')
    const ranking = openRankingModel(parts)
    if (ranking.itemCount !== facts.creatorIds.length) throw new RangeError('it names more or fewer artists and shows than it ranks')
    return { version, sha256, bytes: bytes.byteLength, facts, ranking }
  } catch (cause) {
    throw damaged(cause)
  }
}

/** A piece at a time, so that serving goes on while a large model is read. */
async function readWhole(file: string, signal: AbortSignal): Promise<ArrayBuffer> {
  await using handle = await open(file)
  const { size } = await handle.stat()
  const bytes = new ArrayBuffer(size)
  for (let done = 0; done < size;) {
    signal.throwIfAborted()
    const piece = new Uint8Array(bytes, done, Math.min(PIECE_BYTES, size - done))
    const { bytesRead } = await handle.read(piece, 0, piece.length, done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes
}

/** In turns of a few pieces, for the same reason. */
async function sumOf(bytes: Uint8Array, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for (let done = 0; done < bytes.length; done += PIECE_BYTES) {
    signal.throwIfAborted()
    hash.update(bytes.subarray(done, done + PIECE_BYTES))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return hash.digest('hex')
}
