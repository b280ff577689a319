/** Scripts that shape letters with joiners: Arabic (Persian, Urdu), Syriac, Mongolian, N'Ko, and the Brahmic scripts. */
const joining = String.raw`\p{sc=Arab}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}`
/** Signs that take the vowel off a letter; a joiner behind one chooses its shape, at the end of a word, too. */
const viramas = String.raw`\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA`
const pictograph = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?`
/** Joiners between such letters, joiners inside an emoji, and the selector that makes a sign an emoji: what a name needs. */
const needed = String.raw`(?<=[${joining}]\p{M}*)[\u200C\u200D](?=[${joining}])|(?<=[${viramas}])[\u200C\u200D]|(?<=${pictograph})\u200D(?=\p{Extended_Pictographic})|(?<=[\p{Emoji}])\uFE0F`
/**
 * What shows nothing and may hide something: controls, bidirectional and interlinear marks, tags, selectors, fillers, soft hyphens,
 * private-use and unassigned characters, the object replacement and the blank Braille pattern.
 */
const hidden = new RegExp(String.raw`${needed}|([\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFFC\u2800])`, 'gu')
const whiteSpace = /[\s\u0085]+/gu
/** Vietnamese needs two marks on a letter, Hebrew three, Tibetan five; a tower of them hides its neighbours. */
const tooManyMarks = /(\p{Mn}{6})\p{Mn}+/gu
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/u
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

function strip(text: string): string {
  return text.replaceAll(hidden, (found, forbidden: string | undefined) => (forbidden === undefined ? found : ''))
}

/** True where a text holds a character that shows nothing and that no name needs. White space other than a blank counts, apart from the no-break ones. */
export function hasHidden(text: string): boolean {
  return strip(text) !== text
}

/** Taking characters away can bring others together, so it is done until nothing changes: three times at most in all texts tried. */
function settle(text: string): string {
  let before = text
  for (;;) {
    const after = strip(before.replaceAll(whiteSpace, ' ')).normalize('NFC').replaceAll(tooManyMarks, '$1').replaceAll(/ {2,}/gu, ' ').trim()
    if (after === before) return after
    before = after
  }
}

/** At most `limit` UTF-16 units, cut between what a reader sees as characters. */
function cut(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, graphemes.segment(text).containing(limit)?.index ?? 0)
}

/**
 * Untrusted text as it may be shown to a provider and said to a listener: well-formed, NFC, one line, nothing hidden, at most `limit` UTF-16 units.
 * Letters of all scripts, their marks and joiners, and emoji stay. Doing it twice changes nothing.
 */
export function sanitise(text: string, limit = Number.POSITIVE_INFINITY): string {
  if (text.length <= limit && plain.test(text)) return text
  // Far more than the limit is cut before it is read: a feed may hold megabytes.
  const bounded = text.slice(0, Math.min(text.length, 4 * limit + 256)).toWellFormed()
  return settle(cut(settle(bounded), limit))
}
