const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The first whole sentence of a description that is worth quoting: not too short, not too long, no link and no advertising; null: there is none. */
export function firstQuotableSentence(description: string | null): string | null {
  if (description === null || description.startsWith('Linked in the show notes:')) return null
  for (const { segment } of sentences.segment(description.slice(0, 4_000))) {
    const sentence = segment.trim()
    const words = sentence.split(/\s+/).length
    if (words < 5 || words > 30 || !/^[\p{Lu}\p{N}“"']/u.test(sentence) || !/[.!?…]["”’']?$/.test(sentence)) continue
    if (/https?:|www\.|@|\b(sponsor|subscribe|sign up|promo|discount|coupon|patreon|support the show)\b|[<>*_[\]|«»]/i.test(sentence)) continue
    return sentence
  }
  return null
}
