const counted = 'one two three four five six seven eight nine ten'.split(' ')
const roman = 'i ii iii iv v vi vii viii ix x'.split(' ')

/** Which part of a series a title says that it is, and the words that say so; null: it says nothing. */
export function partOf(title: string): { readonly number: number; readonly said: string } | null {
  const match = /\b(?:part|pt\.?)\s*(?<number>\d{1,2}|[a-z]+)\b/iu.exec(title)
  const word = match?.groups?.['number']?.toLowerCase() ?? ''
  const number = /^\d+$/u.test(word) ? Number(word) : Math.max(counted.indexOf(word), roman.indexOf(word)) + 1
  return match === null || number === 0 ? null : { number, said: match[0] }
}

/** What a show calls its formats: nobody follows "extras". */
const formats = new Set(
  'extra extras bonus special specials brunch live stream livestream interview interviews episode episodes show podcast weekly daily news review feedback community network smart series trailer'.split(
    ' ',
  ),
)

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a topic is only the name of a series or a format: "extras", or "brunch with brent" where the title begins so. */
export function isSeriesName(topic: string, item: { readonly title: string; readonly by: string }): boolean {
  const name = plain(topic)
  if (formats.has(name) || name === plain(item.by)) return true
  return (
    plain(item.title) !== name &&
    item.title
      .split(/[:|–—]| - /u)
      .slice(0, -1)
      .some((part) => plain(part) === name)
  )
}
