const unsayable = / [,.]|,\s*\.|[\p{Cc}\p{Cf}"“”«»<>[\]{}\\*_`|]|https?:|www\.|\.\.\.|…|--/u
/** A recogniser that lost the beginning of a sentence. */
const lost = /\p{L}{2,}[.!?] \p{Ll}/u
/** Sponsors, greetings, housekeeping: nobody was ever won over by them. */
const housekeeping =
  /\b(?:sponsor\w*|promo|discount|coupon|brought to you|(?:dot|\.) ?(?:com|org|io|net|dev|fm)|subscribe\w*|patreon|newsletter|merch|check out|links? in|show notes|take a (?:quick )?break|after the break|ad break|welcome (?:back|to)|thanks? (?:you )?(?:so much )?for (?:having|joining|listening|coming|being)|hello|hey everyone|hi everyone|my name is|stay tuned|see you next|this episode|our (?:show|podcast)|slack channel|percent off|% off|unintelligible|inaudible|laughs|laughter|joined (?:today )?by|joining (?:me|us)|i'?m joined|internet friend|(?:your|our|co-?) ?hosts?|panelists?|here with|next we have|(?:excited|glad|happy|great|good) to be|featured on|how are you|i'?m (?:good|fine|great|well|doing)|on the show|today we|we'?re (?:gonna|going to) (?:talk|dive)|in a minute|pleasure|sorry about|so to speak)\b/iu
const spoiler =
  /\b(?:spoilers?|in the end|at the end|by the end|turn(?:s|ed) out|the answer (?:is|was)|ending|the twist|finally|dies|died|killed|the killer|winner|won)\b/iu
/** What a recogniser or a mouth said twice; "that that" and "had had" may be meant. */
const stammer = /\b(?!(?:that|had|very|really|so|no)\b)(\p{L}+(?:'\p{L}+)?(?: \p{L}+)?),? \1\b/iu
/** Who did not hear the part before understands nothing of it. */
const presuming =
  /\b(?:last (?:time|week|episode|month)|(?:previous|earlier|first) (?:part|episode)|part (?:one|two|three|\d)|as (?:we|i) (?:said|mentioned)|remember when|like we said)\b/iu
/** An opening that leans on what was said before. */
const dangling =
  /^(?:and|but|so|because|or|it|it’s|it's|its|that|that’s|that's|this|these|those|they|they’re|they're|he|she|which|who|yeah|yep|yes|no|nope|right|okay|ok|um|uh|oh|well|like|exactly|totally|absolutely|correct|sure|i mean|you know|as i said|awesome|alright|all right|for sure|very cool|cool|nice|great|got it|yup|hmm|wow|sorry|please|anyway|good|interesting|look|see|curious|i'?m \p{Lu}\w+|then|also|there|there's|here|here's|him|her|them|both)\b/iu
const filler = /\b(?:you know|i mean|kind of|kinda|sort of|um|uh|gonna|i guess|whatever|stuff|thing)\b/giu
const common = new Set(
  'about after again also always another around because before being could doing every first from going have here into just know like made make many maybe mean more most much need never only other over really right said same should some something such take than that their them then there these they thing things think this those through time very want well were what when where which while will with would your yeah people'.split(
    ' ',
  ),
)

/** The words of a text that carry its content, in lower case. */
export function contentWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []
  return words.filter((word) => word.length >= 4 && !common.has(word)).map((word) => (word.length > 4 ? word.replace(/(?:'s|s)$/u, '') : word))
}

/**
 * How well a run of sentences stands alone, 0 to 1; null where it must not be quoted: broken off, an advertisement, a greeting, markup, or,
 * where asked for, something that gives the end away.
 */
export function quotability(text: string, options: { readonly spoilerFree: boolean }, isCutAtPauses = false): number | null {
  if (
    unsayable.test(text) ||
    lost.test(text) ||
    housekeeping.test(text) ||
    stammer.test(text) ||
    presuming.test(text) ||
    !/^[\p{Lu}\p{N}]/u.test(text) ||
    (!isCutAtPauses && !/[.!?]$/u.test(text))
  )
    return null
  if (options.spoilerFree && spoiler.test(text)) return null
  const content = new Set(contentWords(text))
  if (content.size === 0) return null
  const words = text.split(/\s+/u).length
  let score = 1 - Math.abs(words - 14) / 40
  if (dangling.test(text)) score -= 0.45
  if (text.endsWith('?')) score -= 0.2
  score -= 0.12 * (text.match(filler)?.length ?? 0)
  score += Math.min(0.2, (content.size / words) * 0.4)
  return Math.min(1, Math.max(0, score))
}
