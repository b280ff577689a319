/** Insertions, deletions, substitutions and swaps of neighbours that part two words (optimal string alignment; Damerau 1964). */
export function editDistance(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const substituted = last[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)
      let best = Math.min(row[j - 1]! + 1, last[j]! + 1, substituted)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) best = Math.min(best, beforeLast[j - 2]! + 1)
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return last[other.length]!
}

/** "Sweet home" is no "Sweet Sore": where there are as many words, each is near its own. */
export function isNearWordByWord(name: string, typed: string): boolean {
  const [own, others] = [name.split(' '), typed.split(' ')]
  return own.length !== others.length || own.every((word, index) => editDistance(word, others[index]!) <= Math.max(1, tolerated(word.length)))
}

/** How many slips a name of that length may hold and still be meant. */
export const tolerated = (length: number): number => (length >= 8 ? 2 : length >= 5 ? 1 : 0)
