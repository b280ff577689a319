import { createHash } from 'node:crypto'
import type { Llama, LlamaGrammar } from 'node-llama-cpp'
import { compileSchema, compileText } from './compile-grammar.js'
import type { GenerateRequest } from './message.js'

const keptGrammars = 32

/** Compiled grammars by what they were made of; the oldest goes first. */
export class GrammarCache {
  readonly #llama: Llama
  readonly #grammars = new Map<string, Promise<LlamaGrammar>>()

  constructor(llama: Llama) {
    this.#llama = llama
  }

  async find({ schema, grammar }: Pick<GenerateRequest, 'schema' | 'grammar'>): Promise<LlamaGrammar | null> {
    if (schema !== null) return await this.#keep(JSON.stringify(schema), () => compileSchema(this.#llama, schema))
    return grammar === null ? null : await this.#keep(grammar, () => compileText(this.#llama, grammar))
  }

  #keep(source: string, compile: () => Promise<LlamaGrammar>): Promise<LlamaGrammar> {
    const key = createHash('sha256').update(source).digest('hex')
    const known = this.#grammars.get(key)
    if (known !== undefined) return known
    const oldest = this.#grammars.keys().next().value
    if (this.#grammars.size >= keptGrammars && oldest !== undefined) this.#grammars.delete(oldest)
    const grammar = compile()
    this.#grammars.set(key, grammar)
    return grammar
  }
}
