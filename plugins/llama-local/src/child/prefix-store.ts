import { createHash, randomUUID } from 'node:crypto'
import { lstat, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { LlamaContextSequence, Token } from 'node-llama-cpp'
import { hashFile } from './hash-file.js'
import type { PrefixNews } from './message.js'
import { pruneFiles } from './prune-files.js'
import { raceSignal } from '../race-signal.js'

/** Reading fewer tokens takes no longer than reading the file. */
const leastTokens = 32

export interface PrefixStoreOptions {
  readonly directory: string
  readonly limitBytes: number
  /** What the state in a file depends on beside the tokens: the engine, the model's bytes, its adapters, the size of the context. */
  readonly origin: () => Promise<readonly unknown[]>
  readonly now: () => number
  readonly tell: (news: PrefixNews) => void
}

/**
 * Beginnings of prompts as the engine has read them, one file each, so that every sequence and every later process loads what one of
 * them has read. llama.cpp trusts such a file with its memory: only one is loaded that lies in our own folder under the name that we
 * would give it, with the checksum that we wrote beside it. Anything else is removed and made again.
 */
export class PrefixStore {
  readonly #options: PrefixStoreOptions
  /** By file: whoever wants the same one waits until the one before has it. */
  readonly #turns = new Map<string, Promise<void>>()

  constructor(options: PrefixStoreOptions) {
    this.#options = options
  }

  /** Gets `tokens` into the sequence, from a file or by `read`. True: nothing had to be read. Rejects as `read` does, never because of a file. */
  async fill(sequence: LlamaContextSequence, tokens: readonly Token[], read: () => Promise<void>, signal: AbortSignal): Promise<boolean> {
    if (tokens.length < leastTokens) {
      await read()
      return false
    }
    const file = await this.#fileOf(tokens)
    const before = this.#turns.get(file)
    const turn = Promise.withResolvers<void>()
    this.#turns.set(file, turn.promise)
    try {
      if (before !== undefined) await raceSignal(before, signal)
      if (await this.#load(sequence, file, tokens)) return true
      await read()
      await this.#save(sequence, file, tokens.length)
      return false
    } finally {
      if (this.#turns.get(file) === turn.promise) this.#turns.delete(file)
      turn.resolve()
    }
  }

  async #load(sequence: LlamaContextSequence, file: string, tokens: readonly Token[]): Promise<boolean> {
    const { now, tell } = this.#options
    try {
      const found = await lstat(file).catch(() => null)
      if (found === null) return false
      const checksum = await readFile(`${file}.sha256`, 'utf8').catch(() => '')
      if (!found.isFile() || checksum.trim() !== (await hashFile(file))) throw new Error('its checksum does not match')
      await sequence.loadStateFromFile(file, { acceptRisk: true })
      if (sequence.nextTokenIndex !== tokens.length || sequence.compareContextTokens([...tokens]).firstDifferentIndex !== tokens.length) {
        throw new Error('it holds another text')
      }
      await utimes(file, now() / 1000, now() / 1000).catch(() => undefined) // what is used goes last
      tell({ event: 'loaded', tokens: tokens.length, reason: null })
      return true
    } catch (error) {
      await sequence.clearHistory()
      await removeState(file)
      tell({ event: 'ignored', tokens: tokens.length, reason: messageOf(error) })
      return false
    }
  }

  /** First under another name: a process that dies half-way leaves nothing that would be loaded. */
  async #save(sequence: LlamaContextSequence, file: string, tokens: number): Promise<void> {
    const { directory, limitBytes, now, tell } = this.#options
    const draft = path.join(directory, `${randomUUID()}.draft`)
    try {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const { fileSize } = await sequence.saveStateToFile(draft)
      if (fileSize > limitBytes) throw new Error(`it takes ${fileSize} bytes, and ${limitBytes} are allowed`)
      await writeFile(`${draft}.sha256`, await hashFile(draft), { mode: 0o600 })
      await rename(`${draft}.sha256`, `${file}.sha256`)
      await rename(draft, file)
      await pruneFiles({ directory, limitBytes, kept: file, now: now() })
      tell({ event: 'kept', tokens, reason: null })
    } catch (error) {
      await removeState(draft)
      tell({ event: 'not-kept', tokens, reason: messageOf(error) })
    }
  }

  async #fileOf(tokens: readonly Token[]): Promise<string> {
    const source = JSON.stringify([await this.#options.origin(), tokens])
    return path.join(this.#options.directory, `${createHash('sha256').update(source).digest('hex')}.state`)
  }
}

async function removeState(file: string): Promise<void> {
  await Promise.all([file, `${file}.sha256`].map((each) => rm(each, { force: true, recursive: true }).catch(() => undefined)))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
