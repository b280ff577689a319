import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { openRankingModel } from '../ranking-models/open-ranking-model.js'
import type { RankingModel } from '../ranking-models/ranking-model.js'
import { decodeModel } from './model-bytes.js'
import { versionOf, type ModelFacts } from './model-header.js'
import { isMissing, ModelStoreError } from './model-store-error.js'

const PIECE_BYTES = 1 << 20

/** A trained model, opened. */
export interface TrainedModel {
  readonly version: string
  /** Of the whole file, in lower-case hex. */
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
  const { bytes, sha256 } = await readHashed(file, signal).catch((error: unknown) => {
    if (isMissing(error))
      throw new ModelStoreError('UNKNOWN_VERSION', `There is no trained model ${version} (${file}). See what there is: linernotes models list`, {
        cause: error,
      })
    throw error
  })
  try {
    const { facts, parts } = decodeModel(bytes)
    if (versionOf(facts, sha256) !== version) throw new RangeError('its checksum is another than the one in its name')
    const ranking = openRankingModel(parts)
    if (ranking.itemCount !== facts.creatorIds.length) throw new RangeError('it names more or fewer artists and shows than it ranks')
    return { version, sha256, bytes: bytes.byteLength, facts, ranking }
  } catch (cause) {
    const reason = cause instanceof RangeError ? cause.message : 'its header cannot be read'
    const remedy = 'Train again (linernotes train), or go back to another version (linernotes models list, linernotes models use VERSION).'
    throw new ModelStoreError('DAMAGED', `The trained model ${file} is damaged: ${reason}. ${remedy}`, { cause })
  }
}

/** A piece at a time, so that serving goes on while a large model is read. */
async function readHashed(file: string, signal: AbortSignal): Promise<{ readonly bytes: ArrayBuffer; readonly sha256: string }> {
  await using handle = await open(file)
  const { size } = await handle.stat()
  const bytes = new ArrayBuffer(size)
  const hash = createHash('sha256')
  for (let done = 0; done < size;) {
    signal.throwIfAborted()
    const piece = new Uint8Array(bytes, done, Math.min(PIECE_BYTES, size - done))
    const { bytesRead } = await handle.read(piece, 0, piece.length, done)
    if (bytesRead === 0) break
    hash.update(piece.subarray(0, bytesRead))
    done += bytesRead
  }
  return { bytes, sha256: hash.digest('hex') }
}
