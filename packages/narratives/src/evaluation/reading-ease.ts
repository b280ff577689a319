import { splitSentences } from '../grounding/split-sentences.js'

/**
 * Reading ease of R. Flesch, "A new readability yardstick" (Journal of Applied Psychology, 1948): 100 is very easy, 60 plain, 30 hard; very short words
 * go beyond 100. Syllables are counted by groups of vowels, so names may be off by one. English.
 */
export function readingEase(text: string): number | null {
  const words = text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? []
  const sentences = splitSentences(text).length
  if (words.length === 0 || sentences === 0) return null
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 206.835 - 1.015 * (words.length / sentences) - 84.6 * (syllables / words.length)
}

/** Groups of one or two vowels, without a silent end ("-e", "-es", "-ed"); at least one. */
export function syllablesOf(word: string): number {
  const plain = word
    .normalize('NFKD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase()
  if (plain.length <= 3) return 1
  const voiced = plain.replace(/(?:[^laeiouy]es|[^aeiouydt]ed|[^laeiouy]e)$/u, '').replace(/^y/u, '')
  return Math.max(1, voiced.match(/[aeiouy]{1,2}/gu)?.length ?? 0)
}
