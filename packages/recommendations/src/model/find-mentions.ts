const LONGEST_PHRASE = 3
/** Shorter words ("go", "ai") are too often something else. */
const SHORTEST_MENTION = 4

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** What two spellings of a topic share: "Self-Hosted" and "self hosted". */
export const topicKey = (topic: string): string => wordsOf(topic).join(' ')

/** How often each topic of the vocabulary (by `topicKey`) stands in a text, as whole words. */
export function findMentions(text: string, vocabulary: ReadonlyMap<string, number>): Map<number, number> {
  const words = wordsOf(text)
  const counts = new Map<number, number>()
  for (let start = 0; start < words.length; start++) {
    let phrase = ''
    for (let length = 1; length <= LONGEST_PHRASE && start + length <= words.length; length++) {
      phrase = length === 1 ? words[start]! : `${phrase} ${words[start + length - 1]!}`
      if (phrase.length < SHORTEST_MENTION) continue
      const topic = vocabulary.get(phrase)
      if (topic !== undefined) counts.set(topic, (counts.get(topic) ?? 0) + 1)
    }
  }
  return counts
}
