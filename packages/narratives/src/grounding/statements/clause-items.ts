import type { Slot } from '../paraphrase/mask-sentence.js'
import { tokenKey } from '../token.js'

/** A word, a mention or a separator of a masked clause. */
export type ClauseItem = { readonly is: 'word'; readonly key: string } | { readonly is: 'slot'; readonly slot: Slot; readonly kinds: string }

const item = /(?<mark>⟨[@#]\w+⟩)|(?<owner>['’]s?(?![\p{L}\p{N}]))|(?<word>[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*)|(?<sign>\S)/gu

/** Signs that state nothing where they stand. */
const silent = /^["“”‘’.!–—-]$/u

/** The items of a masked text, in order. A possessive ending is a word of its own: `'s`. */
export function itemsOf(masked: string, slots: ReadonlyMap<string, Slot>): ClauseItem[] {
  return Array.from(masked.matchAll(item)).flatMap(({ groups }): ClauseItem[] => {
    const slot = slots.get(groups?.['mark'] ?? '')
    if (slot !== undefined) return [{ is: 'slot', slot, kinds: /^⟨[@#](?<kinds>[A-Za-z]+)/u.exec(slot.mark)?.groups?.['kinds'] ?? '' }]
    if (groups?.['owner'] !== undefined) return [{ is: 'word', key: "'s" }]
    const sign = groups?.['sign']
    if (sign !== undefined) return silent.test(sign) ? [] : [{ is: 'word', key: sign }]
    return [{ is: 'word', key: tokenKey(groups?.['word'] ?? '') }]
  })
}
