import { splitSentences } from './split-sentences.js'

/** The first whole sentence of a description that is worth quoting: not too short, not too long, no link and no advertising; null: there is none. */
export function firstQuotableSentence(description: string | null): string | null {
  if (description === null || description.startsWith('Linked in the show notes:')) return null
  for (const { text } of splitSentences(description.slice(0, 4_000))) {
    const words = text.split(/\s+/).length
    if (words < 5 || words > 30 || !/^[\p{Lu}\p{N}“"']/u.test(text) || !/[.!?…]["”’']?$/.test(text)) continue
    if (/https?:|www\.|@|\b(sponsor|subscribe|sign up|promo|discount|coupon|patreon|support the show)\b|[<>*_[\]|«»]/i.test(text)) continue
    return text
  }
  return null
}
