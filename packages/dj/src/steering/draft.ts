import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { PlayingItem } from './find-names.queries.js'
import type { RequestLanguage } from './request-language.js'
import type { SteerOperation, Understanding } from './steer-operation.js'

export interface DraftContext {
  readonly db: Kysely<Database>
  readonly language: RequestLanguage
  readonly playing: (PlayingItem & { readonly itemId: string; readonly kind: 'track' | 'episode' }) | null
  readonly talkEvery: number
  readonly adventurousness: number
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What becomes of a request: operations, each once, and refusals, each once. */
export class Draft {
  readonly #operations: SteerOperation[] = []
  readonly #refused: string[] = []
  readonly #notes: string[] = []
  readonly #names = new Map<string, string>()

  constructor(readonly context: DraftContext) {}

  get isEmpty(): boolean {
    return this.#operations.length === 0 && this.#refused.length === 0
  }

  /** Nothing is to be done. */
  get isIdle(): boolean {
    return this.#operations.length === 0
  }

  /** Words that nothing explained, with the refusal that stands until somebody does. */
  readonly unexplained = new Map<string, string>()

  /** Somebody explained them after all: their refusal is taken back. */
  explain(words: string): void {
    const line = this.unexplained.get(words)
    if (line !== undefined) this.#refused.splice(this.#refused.indexOf(line), 1)
    this.unexplained.delete(words)
  }

  add(operation: SteerOperation): void {
    if (!this.#operations.some((known) => JSON.stringify(known) === JSON.stringify(operation))) this.#operations.push(operation)
  }

  refuse(line: string): void {
    if (!this.#refused.includes(line)) this.#refused.push(line)
  }

  /** Said beside what was understood. */
  note(line: string): void {
    if (!this.#notes.includes(line)) this.#notes.push(line)
  }

  /** How an id is called when it is said back. */
  call(id: string, name: string): void {
    this.#names.set(id, name)
  }

  understanding(): Understanding {
    const { language } = this.context
    const said = this.#operations.map((operation) => language.say(operation, this.#names))
    return { operations: this.#operations, understood: [...said, ...this.#notes], refused: this.#refused }
  }
}
