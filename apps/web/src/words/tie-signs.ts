/** A sign behind a name stands close to it, so that nothing gapes where the system has no such sign. As long as the text was. */
export const tieSigns = (text: string): string => text.replaceAll(/ (?=[\u{1F000}-\u{1FAFF}])/gu, '\u200A')
