/** "Who hosts?" and "Adam Curry.": together they say "Adam Curry hosts.". Null where the text is no answer in a few words, or nothing was asked for. */
export function answeredQuestion(question: string | null, answer: string): string | null {
  const asked = question === null ? undefined : /^who\b(?<rest>[^?]+)\?$/iu.exec(question.trim())?.groups?.['rest']
  const bare = answer.trim().replace(/[.…]+$/u, '')
  if (asked === undefined || bare === '' || bare.split(/\s+/u).length > 8 || /[,;:!?]/u.test(bare)) return null
  return `${bare}${asked}.`
}
