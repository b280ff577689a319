import { factsOf, type GoldenExample } from '../golden-example.js'

export const textOf = ({ sentences }: GoldenExample): string => sentences.map(({ text }) => text).join(' ')

/** Words as they are compared: lower case, apostrophes alike. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []

const numberWord =
  /^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty.*|minutes?|seconds?|hundred|.*\d.*)$/u

/** Runs of three words of which two at least are ours: neither words of a fact nor a number. */
export function phrasesOf(example: GoldenExample): ReadonlySet<string> {
  const named = new Set(
    factsOf(example).flatMap(({ statement, values }) => [statement, ...Object.values(values).flat()].flatMap((value) => wordsOf(String(value)))),
  )
  const words = wordsOf(textOf(example))
  const runs = words.slice(0, -2).map((_, index) => words.slice(index, index + 3))
  return new Set(runs.filter((run) => run.filter((word) => !named.has(word) && !numberWord.test(word)).length >= 2).map((run) => run.join(' ')))
}
