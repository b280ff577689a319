import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import { chooseQuote } from './choose-quote.js'
import { details, lastWords, proofs, publishers, reasons } from './phrases/en.js'
import { countWords, type Quote } from './quote.js'
import { readSlots } from './read-slots.js'
import { partOf } from './series.js'
import { plainWords, renderPhrase, trigramsOf, type Sentence } from './render-phrase.js'
import { seededRandom } from './seeded-random.js'

const mostWords = { blurb: 25, dj: 45, pitch: 60 }

/** What the listener was just shown, and how much a sentence would repeat of it. */
function repetitionIn(avoid: readonly string[]): (sentence: Sentence, opens: boolean) => number {
  const phrases = new Set(avoid.flatMap((text) => trigramsOf(text)))
  const openings = new Set(avoid.map((text) => plainWords(text)[0]))
  return (sentence, opens) => (sentence.trigrams.some((run) => phrases.has(run)) ? 2 : 0) + (opens && openings.has(plainWords(sentence.text)[0]) ? 1 : 0)
}

/** A sentence as it is said, with what it rests on. */
export type Line = Pick<Sentence, 'text' | 'factIds'>

/** A pitch in the making: sentences chosen one by one, within the words allowed. */
export class Pitch {
  readonly quote: Quote | null
  readonly proof: Sentence | null
  readonly reason: Sentence | null
  readonly request: NarrativeRequest
  readonly #random: () => number
  readonly #render: (phrases: readonly string[]) => Sentence[]

  constructor(request: NarrativeRequest) {
    this.request = request
    this.#random = seededRandom(JSON.stringify([request.seed, request.style, request.facts]))
    this.quote = chooseQuote(request)
    const slots = readSlots(request, this.quote)
    this.#render = (phrases) => phrases.flatMap((phrase) => renderPhrase(phrase, slots) ?? [])
    // Either may open the text.
    this.proof = this.#pick(proofs, this.maxWords, true)
    // The ranker's first reason, or the next one that can be said.
    this.reason = request.reasons.reduce<Sentence | null>(
      (said, { factIds }) =>
        said ??
        this.#pick(reasons, this.maxWords - (this.proof?.words ?? 0), true, (sentence) => sentence.factIds.some((id) => factIds.includes(id)), this.proof),
      null,
    )
  }

  get maxWords(): number {
    return Math.min(this.request.maxWords, mostWords[this.request.style])
  }

  /** The whole text by phrase data alone; empty where not even the show fits. */
  get sentences(): readonly Sentence[] {
    const { proof, reason } = this
    const both = proof === null || reason === null ? [] : [proof, reason]
    const said = both.length === 2 ? this.#inOrder(both) : [proof ?? reason].filter((sentence) => sentence !== null)
    const left = this.maxWords - said.reduce((sum, sentence) => sum + sentence.words, 0)
    const cited = new Set(said.flatMap((sentence) => sentence.factIds))
    const wantsMore = said.length < 2 || (this.request.style === 'pitch' && (this.quote === null || partOf(this.request.item.title) !== null))
    const names = said.map((sentence) => sentence.text).join(' ')
    const detail = wantsMore
      ? this.#pick(
          reason === null ? [...publishers, ...details] : details,
          left,
          said.length === 0,
          (sentence) => !sentence.factIds.some((id) => cited.has(id)) && !repeatsName(sentence.text, names),
        )
      : null
    if (said.length > 0) return [...said, ...(detail === null ? [] : [detail])]
    // A date or a host alone says of what too little.
    const { by } = this.request.item
    const last = this.#pick(
      lastWords,
      this.maxWords - (detail?.words ?? 0),
      true,
      (sentence) => detail === null || !(repeatsOpening(sentence.text, detail.text) || (sentence.text.includes(by) && detail.text.includes(by))),
    )
    return [...(last === null ? [] : [last]), ...(detail === null ? [] : [detail])]
  }

  /** With somebody else's sentence before the proof; the reason comes last where there is room and it was not given yet. */
  framedBy(framing: Line): readonly Line[] {
    const { proof, reason } = this
    const said = [framing, ...(proof === null ? [] : [proof])]
    const left = this.maxWords - said.reduce((sum, line) => sum + countWords(line.text), 0)
    const isGiven = reason === null || reason.factIds.some((id) => framing.factIds.includes(id))
    return isGiven || reason.words > left ? said : [...said, reason]
  }

  /** The proof first, unless it would open as a text before did. */
  #inOrder(both: readonly Sentence[]): readonly Sentence[] {
    const repetition = repetitionIn(this.request.avoid)
    const [straight, turned] = both.map((sentence) => repetition(sentence, true))
    const turn = straight === turned ? this.#random() < 0.35 : (turned ?? 0) < (straight ?? 0)
    return turn ? both.toReversed() : both
  }

  /** Of the first list that has a sentence that fits, one of those that repeat least of what was heard before and of the sentence `beside` it. */
  #pick(
    lists: readonly (readonly string[])[],
    words: number,
    opens: boolean,
    wanted: (sentence: Sentence) => boolean = () => true,
    beside: Sentence | null = null,
  ): Sentence | null {
    const heard = repetitionIn(this.request.avoid)
    const own = new Set(plainWords((beside?.text ?? '').replaceAll(/“[^”]*”/gu, '')))
    const repetition = (sentence: Sentence, first: boolean) => heard(sentence, first) + (own.has(plainWords(sentence.text)[0] ?? '') ? 1 : 0)
    for (const list of lists) {
      const fitting = this.#render(list).filter((sentence) => sentence.words <= words && wanted(sentence))
      const least = Math.min(...fitting.map((sentence) => repetition(sentence, opens)))
      const best = fitting.filter((sentence) => repetition(sentence, opens) === least)
      const chosen = best[Math.floor(this.#random() * best.length)]
      if (chosen !== undefined) return chosen
    }
    return null
  }
}

/** "From Self-Hosted. From 3 December 2019." */
function repeatsOpening(text: string, next: string): boolean {
  return plainWords(text)[0] === plainWords(next)[0]
}

/** "Nick Sweeting: ... The guest is Nick Sweeting." says the name once too often. */
function repeatsName(text: string, said: string): boolean {
  return (text.match(/\p{Lu}\p{L}+ \p{Lu}\p{L}+/gu) ?? []).some((name) => said.includes(name))
}
