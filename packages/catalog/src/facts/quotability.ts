import { countWords } from './cut-passages.js'

const advertising =
  /\b(?:sponsor\w*|brought to you by|our friends at|promo codes?|(?:use|with) (?:the )?code|coupon|discount|percent off|% off|free trial|sign up|subscribe\w*|patreon|check (?:it |them |us )?out|dot com|(?:leave|write) (?:us )?a review|link in the)\b|https?:|www\.|\b[a-z0-9-]+\.(?:com|org|net|dev|fm|io|tv)\b/i
const talkAboutTheShow =
  /\b(?:this|today['’]s|next|last) (?:episode|show|week)\b|\bwelcome (?:back )?to\b|\bthanks? (?:you )?(?:so much )?for (?:having|inviting|listening|coming|joining|tuning)\b|\b(?:take a|after the|be right) (?:short )?(?:break|back)\b|\b(?:hosts?|joined) (?:is|by|me|us)\b|\bi['’]m your host\b/i
const greeting =
  /^["“']?(?:hello|hi|hey|howdy|greetings|welcome|thanks|thank you|good (?:morning|afternoon|evening)|bye|goodbye|see you|cheers|what['’]s up)\b/i
const pointsBack =
  /^["“']?(?:and|but|so|or|because|then|yeah|yes|no|okay|ok|right|well|oh|um|uh|it|he|she|they|this|that|those|these|which|it['’]s|that['’]s|he['’]s|she['’]s|they['’]re|there)\b/i

/** What a recogniser or a mouth said twice; "that that" and "had had" may be meant. */
const stammer = /\b(?!(?:that|had|very|really|so|no)\b)(\p{L}+(?:'\p{L}+)?(?: \p{L}+)?),? \1\b/iu

/**
 * Whether a sentence stands on its own, the higher the better; null: it is not to be quoted, because it is no whole sentence, sells
 * something, greets somebody or talks about the show itself. What was cut at pauses has neither capitals nor stops to go by.
 */
export function quotability(text: string, isCutAtPauses = false): number | null {
  if (!isCutAtPauses && (!/^["“']?\p{Lu}/u.test(text) || !/[.!?]["”’']?$/.test(text))) return null
  if (stammer.test(text)) return null
  if (advertising.test(text) || talkAboutTheShow.test(text) || greeting.test(text)) return null
  if (pointsBack.test(text)) return -0.6
  const words = countWords(text)
  return (words >= 9 && words <= 26 ? 0.5 : 0) + (text.endsWith('?') ? -0.3 : 0) + (/\.\.\.|…|--/.test(text) ? -0.6 : 0)
}
