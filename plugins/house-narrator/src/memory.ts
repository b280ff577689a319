import { plainWords, trigramsOf, type Sentence } from './phrase-parts.js'
import type { Rendering } from './render-phrase.js'

/** What a list has shown already, and what it costs to sound like it. */
export interface Memory {
  /** 0 where nothing of the rendering was heard before. */
  repetition(rendering: Rendering, opens: boolean): number
}

/** An opening of one word is heard where two texts stand side by side, of two words anywhere in a list, of three weeks later. */
const costs = { phrase: 100, pattern: 100, threeWords: 110, twoWords: 85, firstWord: 70, sentenceOpening: 6, shape: 12, colon: 5, reserve: 16 }

/** Texts split where a sentence or a half of one ends; closer than that nobody hears an opening. */
const sentencesOf = (text: string) => text.split(/(?<=[.:;?!]["”’]?) /u)

/** Does the heard sentence have the literal texts of this one, in order, from its start to its end? */
function follows(heard: string, sentence: Sentence): boolean {
  let at = 0
  for (const [index, part] of sentence.parts.entries()) {
    if (typeof part !== 'string') continue
    const literal = part.toLowerCase().replace(/\.$/u, '')
    const found = heard.indexOf(literal, at)
    if (found < 0 || (index === 0 && found > 0)) return false
    at = found + literal.length
  }
  return true
}

function shapeOf(text: string): string {
  if (/^[“‘]/u.test(text)) return 'title'
  if (
    /^(?:[0-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)/iu.test(text)
  )
    return 'number'
  return plainWords(text)[0] ?? ''
}

const openingOf = (text: string, count: number): string => plainWords(text).slice(0, count).join(' ')

export function createMemory(texts: readonly string[]): Memory {
  const phrases = new Set(texts.flatMap((text) => trigramsOf(text)))
  const heard = texts.flatMap((text) => sentencesOf(text))
  const openings = new Set(texts.flatMap((text) => [1, 2, 3].map((count) => openingOf(text, count))))
  const sentenceOpenings = new Set(heard.map((text) => plainWords(text).slice(0, 2).join(' ')))
  const last = texts.at(-1) ?? ''
  const lower = texts.map((text) => text.toLowerCase())
  // A pattern of few letters is found in anything: it counts as heard only at the start of a sentence.
  const lowerHeard = heard.map((text) => text.toLowerCase())
  const all = lower.join('\n')
  const patternHeard = (sentence: Sentence) => {
    if (!all.includes(sentence.longest)) return false
    const literal = sentence.parts.filter((part) => typeof part === 'string').join('')
    return plainWords(literal).length > 0 && (typeof sentence.parts[0] === 'string' ? lowerHeard : lower).some((text) => follows(text, sentence))
  }
  return {
    repetition(rendering, opens) {
      let cost = rendering.isReserve ? costs.reserve : 0
      for (const { text, source } of rendering.sentences) {
        if (source.trigrams.some((trigram) => phrases.has(trigram))) cost += costs.phrase
        if (patternHeard(source)) cost += costs.pattern
        if (sentenceOpenings.has(plainWords(text).slice(0, 2).join(' '))) cost += costs.sentenceOpening
      }
      const first = rendering.sentences[0]?.text ?? ''
      if (!opens || texts.length === 0) return cost
      if (openings.has(openingOf(first, 3))) cost += costs.threeWords
      else if (openings.has(openingOf(first, 2))) cost += costs.twoWords
      else if (openings.has(openingOf(first, 1))) cost += costs.firstWord
      if (shapeOf(first) === shapeOf(last)) cost += costs.shape
      if (first.includes(':') && last.includes(':')) cost += costs.colon
      return cost
    },
  }
}
