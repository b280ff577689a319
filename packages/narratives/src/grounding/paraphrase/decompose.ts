import type { Reading } from '../reading.js'
import { applyRule } from './apply-rule.js'
import { coverClauses } from './cover-clauses.js'
import { maskSentence, unmask } from './mask-sentence.js'
import { mayMatch } from './may-match.js'
import type { ParaphraseRule } from './rule.js'

/** A sentence in plain ones: what was taken out of it, and what is left, which may be empty. */
export interface Decomposition {
  readonly claims: readonly string[]
  /** Facts that cover clauses whole; these were taken out, too. */
  readonly factIds: readonly string[]
  readonly rest: string
}

/** Separators that have lost what stood between them. */
function tidy(text: string): string {
  const joined = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\s+(?=[,;:.])/gu, '')
    .replaceAll(/(?:[,;:]\s*)+(?=[;:.]|$)/gu, '')
    .replaceAll(/([,;:])(?:\s*[,;:])+/gu, '$1')
    .replaceAll(/(?:[,;:]|\b(?:and|but|while))\s*(?=[.]?\s*$)/gu, '')
    .replace(/^(?:[\s,;:.]|(?:and|but|while)\b)+/u, '')
    .trim()
  return /[\p{L}\p{N}]/u.test(joined.replaceAll(/⟨[@#]\w+⟩/gu, 'x')) ? joined : ''
}

/** A preposition or an article whose noun was taken away says that too much was taken. */
const dangling = /\b(?:with|of|by|from|on|in|at|to|for|than|the|a|an|your|its)\s*(?:[,;:.]|$)|\b(?:was|were|is|are)\s*(?:[,;.]|$)/iu

/** Nobody says more in one sentence, in characters; patterns are not tried on more, for their time grows with its square. */
const LONGEST = 600

/** Takes every clause out of the sentence that a rule knows how to say plainly, and every one that a fact covers. Null where there is none. */
export function decompose(reading: Reading, rules: readonly ParaphraseRule[]): Decomposition | null {
  if (reading.text.length > LONGEST) return null
  // "You and fewer than ten people": nobody counts the listener among them.
  if (/\byou and (?:fewer|less|under|\w+ (?:others|people|listeners))/iu.test(reading.text)) return null
  const closed = maskSentence(reading)
  const masked = { text: closed.text, slots: new Map(closed.slots) }
  const claims: string[] = []
  const factIds = new Set<string>()
  let { text } = masked
  let lower = text.toLowerCase()
  for (const rule of rules) {
    if (!mayMatch(rule, text, lower)) continue
    const next = applyRule(rule, { text, slots: masked.slots }, reading, claims)
    if (next === text) continue
    text = next
    lower = text.toLowerCase()
  }
  text = coverClauses(text, masked, reading, factIds)
  if (claims.length === 0 && factIds.size === 0 && text === masked.text) return null
  const left = tidy(text)
  if (dangling.test(left)) return null
  const rest = unmask(left, masked.slots)
  return { claims, factIds: [...factIds], rest: rest === '' ? '' : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}` }
}
