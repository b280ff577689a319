import type { SentenceVerdict, Refusal } from '../grounding/verdict.js'
import type { AppliedGuidelines } from './apply-guidelines.js'

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
const quoted = /“[^”]*”|„[^“]*“|«[^»]*»|"[^"]*"/gu

/**
 * What guidelines refuse in a sentence that is true: words and phrases of theirs outside names, opinion where none is wanted, quotations where none are.
 * A band may be called anything: `names` are those of the facts.
 */
export function guidelineCheck(guidelines: AppliedGuidelines): (verdict: SentenceVerdict, names: readonly string[]) => readonly Refusal[] {
  const pattern =
    guidelines.refuse.length === 0
      ? null
      : new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${guidelines.refuse.map((word) => escape(folded(word))).join('|')})(?![\p{L}\p{N}])`, 'u')
  return ({ text, claims }, names) => {
    const masks = names
      .map(folded)
      .filter((name) => name !== '')
      .toSorted((left, right) => right.length - left.length)
    const passage = (part: string): boolean => !masks.includes(folded(part.slice(1, -1)).trim())
    const whole = { start: 0, end: text.length }
    const refusals: Refusal[] = []
    const bare = masks.reduce((rest, name) => rest.replaceAll(name, ' '), folded(text))
    const word = pattern?.exec(bare)?.[0]
    if (word !== undefined) refusals.push({ code: 'sensitive', reason: `the guidelines for ${guidelines.ids.join(', ')} do not want “${word}”`, ...whole })
    if (!guidelines.opinion && claims.some(({ support }) => support === 'opinion'))
      refusals.push({ code: 'sensitive', reason: `the guidelines for ${guidelines.ids.join(', ')} want no opinion: say only what the facts say`, ...whole })
    if (!guidelines.quotations && (text.match(quoted) ?? []).some(passage))
      refusals.push({ code: 'sensitive', reason: `the guidelines for ${guidelines.ids.join(', ')} want no quotation`, ...whole })
    return refusals
  }
}
