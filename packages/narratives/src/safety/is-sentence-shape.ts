/** Words that are written small in titles and between artists, too. */
const particles = new Set(
  'a af al an and ap as at av ben bin by da dal de degli del della den der di do dos du e el en et feat featuring for ft ibn in la las le les los mac of on or remix te ten ter the til to und van vom von vs with y zu zum zur'.split(
    ' ',
  ),
)
/** Words of a title that is a sentence all the same: shorter ones are too common among real titles, and stand in quotation marks. */
const longTitle = 8
const longBareName = 4

const wordsOf = (name: string): readonly string[] => name.split(/\s+/u).filter((word) => /\p{L}/u.test(word))
const isSmall = (word: string): boolean => /^\p{P}*\p{Ll}/u.test(word)

/** What follows a colon, in small letters, after small letters: what is to be said. "Read the following aloud: zorblax". */
const dictation = /(?:\S+\s+){2,}\S*\p{Ll}[:;]\s+\p{Ll}[\p{L}\p{N}-]*[.!]?$/u
/** Three sentences and more, none of them an abbreviation. */
const sentences = /(?:\p{L}{3,}[.!?]\s+(?=\p{Lu}\p{Ll})[^.!?]{3,}){2,}/u

/** A Latin word in small letters inside a sentence of another script, not set off from it: what is to be repeated, in an order. Names are set off, and begin large. */
function isMixed(name: string): boolean {
  const foreign = name.match(/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]{2,}/gu) ?? []
  return (
    /(?<![\p{L}([])\p{Script=Latin}{4,}(?![\p{L})\]])/u.test(name) &&
    /\p{Ll}{4,}/u.test(name.replaceAll(/[^\p{Script=Latin}]/gu, ' ')) &&
    (foreign.length >= 2 || foreign.join('').length >= 8)
  )
}

/** How a name stands: 'bare' in a sentence, as a 'title' in quotation marks, or as the 'heading' of a part, which is a sentence more often than not. */
export type NamePlace = 'bare' | 'title' | 'heading'

/** Whether a name has the shape of a sentence where none is expected, whatever its language. */
export function isSentenceShape(name: string, place: NamePlace): boolean {
  if (dictation.test(name) || isMixed(name) || (place === 'bare' && sentences.test(name))) return true
  const words = wordsOf(name)
  if (place === 'heading') return false
  if (place === 'bare') return words.length >= longBareName && words.filter((word) => isSmall(word) && !particles.has(word)).length > words.length / 2
  return words.length >= longTitle && /^\p{Lu}/u.test(name) && words.slice(1).filter(isSmall).length >= words.length - 2 && !/[([]/u.test(name)
}
