import type { Slot } from '../paraphrase/mask-sentence.js'
import type { ClauseItem } from './clause-items.js'
import type { Pattern } from './pattern.js'

/** What a clause says where a pattern fits it: the mention that fills each role, and the marks on the way. */
export interface Said {
  readonly slots: ReadonlyMap<string, Slot>
  readonly marks: ReadonlySet<string>
}

interface State extends Said {
  readonly at: number
}

/** So many partial matches are looked at; a sentence of ours needs a few hundred. */
const MOST_STEPS = 20_000

/** Fits patterns to the items of a clause. `fillers` are words that state nothing wherever they stand. */
export class PatternMatcher {
  readonly #items: readonly ClauseItem[]
  readonly #fillers: ReadonlySet<string>
  #steps = 0

  constructor(items: readonly ClauseItem[], fillers: ReadonlySet<string>) {
    this.#items = items
    this.#fillers = fillers
  }

  /** Every way in which the pattern covers the whole clause. */
  *whole(pattern: Pattern): Generator<Said> {
    this.#steps = 0
    for (const state of this.#match(pattern, { at: 0, slots: new Map(), marks: new Set() })) if (this.#end(state.at)) yield state
  }

  #end(at: number): boolean {
    return this.#items.slice(at).every((item) => this.#isFiller(item))
  }

  #isFiller(item: ClauseItem | undefined): boolean {
    return item?.is === 'word' && this.#fillers.has(item.key)
  }

  *#match(pattern: Pattern, state: State): Generator<State> {
    this.#steps += 1
    if (this.#steps > MOST_STEPS) return
    switch (pattern.is) {
      case 'mark':
        yield { ...state, marks: new Set([...state.marks, pattern.mark]) }
        return
      case 'optional':
        yield* this.#match(pattern.of, state)
        yield state
        return
      case 'either':
        for (const one of pattern.of) yield* this.#match(one, state)
        return
      case 'row':
        yield* this.#row(pattern.of, 0, state)
        return
      case 'any-order':
        yield* this.#anyOrder(pattern.of, state)
        return
      case 'word':
      case 'slot':
        yield* this.#one(pattern, state)
    }
  }

  *#row(of: readonly Pattern[], index: number, state: State): Generator<State> {
    const pattern = of[index]
    if (pattern === undefined) yield state
    else for (const next of this.#match(pattern, state)) yield* this.#row(of, index + 1, next)
  }

  *#anyOrder(of: readonly Pattern[], state: State): Generator<State> {
    for (const [index, pattern] of of.entries())
      for (const next of this.#match(pattern, state)) if (next.at > state.at) yield* this.#anyOrder(of.toSpliced(index, 1), next)
    yield state
  }

  *#one(pattern: Pattern & { is: 'word' | 'slot' }, state: State): Generator<State> {
    for (let at = state.at; ; at += 1) {
      const item = this.#items[at]
      if (item === undefined) return
      if (pattern.is === 'word' && item.is === 'word' && item.key === pattern.word) yield { ...state, at: at + 1 }
      // A role that is filled twice would leave the first mention unverified.
      if (pattern.is === 'slot' && item.is === 'slot' && !state.slots.has(pattern.role) && Array.from(pattern.kinds).some((kind) => item.kinds.includes(kind)))
        yield { ...state, at: at + 1, slots: new Map([...state.slots, [pattern.role, item.slot]]) }
      if (!this.#isFiller(item)) return
    }
  }
}
