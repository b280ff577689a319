/** Scripts that shape letters with joiners: Arabic (Persian, Urdu), Syriac, N'Ko, Mongolian, and the Brahmic scripts. */
const joining = String.raw`\p{sc=Arab}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}`
/** Signs that take the vowel off a letter; a joiner behind one chooses its shape, at the end of a word, too. */
const viramas = String.raw`\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA`

/**
 * The one use of U+200C and U+200D that text needs: one joiner between letters of such scripts, or behind a virama ("می‌خواهم" is another word without it). As the source
 * of a regular expression.
 */
export const neededJoiner = String.raw`(?<=[${joining}]\p{M}*)[\u200C\u200D](?=[\u200C\u200D]*[${joining}])|(?<=[${viramas}])[\u200C\u200D]`
