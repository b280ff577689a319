/** Of a reason for readers: the remedy that follows is for operators. */
export const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text
