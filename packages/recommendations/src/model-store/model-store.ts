import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { encodeModel, type TrainedParts } from './model-bytes.js'
import { isVersion, versionOf, type ModelFacts } from './model-header.js'
import type { ModelSeal } from './model-seal.js'
import { isMissing, ModelStoreError } from './model-store-error.js'
import { readModelFile, type TrainedModel } from './read-model-file.js'
import { encodeNote, momentOf } from './training-note.js'
import { PART, writeWhole } from './write-whole.js'

/** A version as it lies on the disk. */
export interface StoredVersion {
  readonly version: string
  readonly file: string
  readonly inForce: boolean
  /** null: it is damaged. */
  readonly facts: ModelFacts | null
  readonly bytes: number
  /** What is wrong with it, and what helps; null: nothing. */
  readonly problem: string | null
}

/** Trained models of a platform, one file a version, and which of them is in force. Any number of processes may use one directory. */
export interface ModelStore {
  readonly directory: string
  /** Stores a model; it is not in force yet. Where an equal one is stored, it is that version, trained anew. */
  save(trained: TrainedParts, signal: AbortSignal): Promise<Pick<StoredVersion, 'version' | 'file' | 'bytes'>>
  /** Which version is in force; null: none. Cheap: one small file. */
  inForce(): Promise<string | null>
  /** Puts a version in force, after checking it; null: none any more. From one moment to the next, for every process. */
  use(version: string | null, signal: AbortSignal): Promise<void>
  open(version: string, signal: AbortSignal): Promise<TrainedModel>
  /** Whether it was stored with the seal of this store. Without a seal: false. */
  isSealed(version: string): Promise<boolean>
  /** Newest first; each is checked, byte by byte. */
  list(signal: AbortSignal): Promise<readonly StoredVersion[]>
  /** Deletes all but the newest, the one in force and `kept`, and what killed processes left behind. Returns the versions that went. */
  prune(kept: string | null): Promise<readonly string[]>
}

/** How many versions are kept, beside the one in force. */
const KEPT = 3
const SUFFIX = '.model'
const SEAL = '.seal'
const IN_FORCE = 'in-force.json'
/** Nobody writes at one file for so long. */
const ABANDONED_MS = 60 * 60 * 1000

const inForceFile = z.strictObject({ version: z.string().refine(isVersion) })

export interface ModelStoreOptions {
  readonly directory: string
  readonly now: () => number
  /** Marks what is stored; left out: nothing is marked, as where models are only looked at. */
  readonly seal?: ModelSeal
}

export function openModelStore({ directory, now, seal }: ModelStoreOptions): ModelStore {
  const sealOf = (version: string) => path.join(directory, version + SEAL)
  const fileOf = (version: string) => path.join(directory, version + SUFFIX)
  const pointer = path.join(directory, IN_FORCE)

  const readNames = () => readdir(directory).catch((error: unknown) => (isMissing(error) ? [] : Promise.reject(error)))
  const versions = async () => {
    const found = (await readNames()).filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length))
    const dated = await Promise.all(found.filter(isVersion).map(async (version) => ({ version, moment: await momentOf(version, fileOf(version)) })))
    return dated.toSorted((a, b) => b.moment - a.moment || (a.version < b.version ? 1 : -1)).map(({ version }) => version)
  }
  const open = async (version: string, signal: AbortSignal) => {
    if (!isVersion(version))
      throw new ModelStoreError('UNKNOWN_VERSION', `"${version}" is no version of a trained model. See what there is: linernotes models list`)
    return await readModelFile(fileOf(version), version, signal)
  }
  const inForce = async () => {
    const text = await readFile(pointer, 'utf8').catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error)))
    if (text === null) return null
    try {
      return inForceFile.parse(JSON.parse(text)).version
    } catch (cause) {
      throw new ModelStoreError('DAMAGED', `${pointer} does not say which model is in force. Choose one: linernotes models use VERSION`, { cause })
    }
  }

  return {
    directory,
    open,
    inForce,
    async save(trained, signal) {
      const { name, bytes } = await writeWhole(
        directory,
        encodeModel(trained),
        (sha256) => versionOf(trained.facts, sha256, false) + SUFFIX,
        signal,
        encodeNote(trained.facts),
      )
      const version = name.slice(0, -SUFFIX.length)
      if (seal !== undefined) await writeWhole(directory, [Buffer.from(seal.mark(version))], () => version + SEAL, signal)
      return { version, file: path.join(directory, name), bytes }
    },
    async isSealed(version) {
      if (seal === undefined || !isVersion(version)) return false
      const mark = await readFile(sealOf(version), 'utf8').catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error)))
      return mark !== null && seal.fits(version, mark.trim())
    },
    async use(version, signal) {
      if (version === null) return await rm(pointer, { force: true })
      await open(version, signal)
      await writeWhole(directory, [Buffer.from(`${JSON.stringify({ version })}\n`)], () => IN_FORCE, signal)
    },
    async list(signal) {
      const current = await inForce().catch(() => null)
      const listed: StoredVersion[] = []
      for (const version of await versions()) {
        const file = fileOf(version)
        const { size: bytes } = await stat(file)
        const { facts, problem } = await open(version, signal).then(
          (opened) => ({ facts: opened.facts, problem: null }),
          (error: unknown) => (error instanceof ModelStoreError ? { facts: null, problem: error.message } : Promise.reject(error)),
        )
        listed.push({ version, file, inForce: version === current, facts, bytes, problem })
      }
      return listed
    },
    async prune(kept) {
      const current = await inForce()
      const superfluous = (await versions()).slice(KEPT).filter((version) => version !== current && version !== kept)
      for (const version of superfluous) for (const file of [fileOf(version), sealOf(version)]) await rm(file, { force: true })
      for (const name of (await readNames()).filter((each) => each.endsWith(PART))) {
        const part = path.join(directory, name)
        const written = await stat(part).catch(() => null)
        if (written !== null && now() - written.mtimeMs > ABANDONED_MS) await rm(part, { force: true })
      }
      return superfluous
    },
  }
}
