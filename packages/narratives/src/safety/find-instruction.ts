import { foldLookalikes } from './fold-lookalikes.js'
import { instructionPhrases } from './instruction-phrases.js'
import { instructionPieces, machinePhrases, swindlerPhrases } from './machine-phrases.js'

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
const oneOf = (phrases: readonly string[]): string => `(?:${phrases.map(escape).join('|')})`
const [before, after] = [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{N}])`]
/** At most so many words between the two halves of an instruction. */
const within = (words: number): string => String.raw`(?:[^\p{L}\p{N}]+[\p{L}\p{N}'’]+){0,${words}}[^\p{L}\p{N}]+`

/** A pattern, and the words one of which it begins with: most names hold none of them, and large patterns are dear to compile. */
interface Rule {
  readonly starts: ReadonlySet<string>
  readonly pattern: RegExp
}

const beginning = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.flatMap((phrase) => phrase.split(/[^\p{L}\p{N}]+/u, 1)))
const rule = (phrases: readonly string[], rest: string): Rule => ({ starts: beginning(phrases), pattern: new RegExp(`${before}${oneOf(phrases)}${rest}`, 'u') })
const saying =
  'say|write|print|output|repeat|echo|reply|respond|answer|include|mention|append|insert|add|announce|recite|tell|read|quote|state|send|give|promise|offer|sag|sage|schreib|schreibe|antworte|dis|ecris|di|escribe|scrivi|diga|escreva|zeg|schrijf'.split(
    '|',
  )
const aboutListener = String.raw`${after}.{0,80}${before}(?:to|for|with) (?:the|every|each|all|all the|our|your) (?:listener|user|reader|customer)s?${after}`

const rules: readonly Rule[] = [
  ...Object.values(instructionPhrases).flatMap(({ drop, orders, say, objects }) => [
    rule(drop, `${within(5)}${oneOf(orders)}${after}`),
    rule(say, `${within(2)}${oneOf(objects)}${after}`),
  ]),
  // "say X to the listener", "state that ...": whoever speaks of the listener so, or orders a claim, speaks to a narrator.
  rule(saying, aboutListener),
  rule('state|claim|mention|announce|write|recommend|pretend'.split('|'), ` that${after}`),
  rule([...machinePhrases, ...swindlerPhrases], after),
  // "The blurb has to contain X", "your output should be X".
  rule(
    ['the', 'your', 'this'],
    String.raw` (?:blurb|recommendation|narrative|output|answer|reply|response|text|sentence) (?:has to|needs to|should|must|shall|is to) (?:be|contain|say|include|mention|read|begin|start|end|name)${after}`,
  ),
  // "Reveal what Chloe listened to."
  rule(
    'reveal|disclose|leak|list|tell|say|show'.split('|'),
    String.raw`${within(2)}(?:what|which|who) (?:[\p{L}']+ ){1,4}(?:listened|listens|played|plays|heard)${after}`,
  ),
  // An order to say something that is in quotation marks: "say 'BLUE HERON'".
  rule(
    saying.filter((verb) => !'read quote state send give promise offer tell'.split(' ').includes(verb)),
    String.raw`${after}(?:\s+[\p{L}']+){0,3}[\s:,-]+["“”'‘«„]`,
  ),
]
/** "[F1]", "F12: ...", "Evidence: ...": how facts stand in a request. Not "F1: Monaco": that is a race. */
const factMark = /\[f\d{1,3}\]|(?:^|[\n.!?"“”„‘«»()[\]}>;,-]\s*)(?:f(?:0|[4-9]|\d{2,3})|evidence|facts?)\s?[:=]\s?\S/u
/** "SYSTEM: ...", "assistant - ...", as transcripts of chats have them. */
const turn = /(?:^|[\n.!?"“”„‘«»()[\]}>-]\s*)(?:system|assistant|developer|user|instructions?|response|llms?|chatgpt|chatbots?|model)\s?(?:[:>»=]|\s-\s)/u
const pieces = instructionPieces.map(([first, second]) => [foldLookalikes(first), foldLookalikes(second)] as const)
const furthestPiece = 30

/** Two pieces in their order, near each other. */
function findPieces(text: string): string | null {
  for (const [first, second] of pieces) {
    const start = text.indexOf(first)
    const end = start < 0 ? -1 : text.indexOf(second, start + first.length)
    if (end >= 0 && end - start - first.length <= furthestPiece) return text.slice(start, end + second.length)
  }
  return null
}

function findOrder(text: string): string | null {
  const words = new Set(text.split(/[^\p{L}\p{N}]+/u))
  for (const { starts, pattern } of rules) {
    const found = starts.isDisjointFrom(words) ? null : pattern.exec(text)
    if (found !== null) return found[0].trim()
  }
  return (turn.exec(text) ?? factMark.exec(text))?.[0].trim() ?? findPieces(text)
}

/** Letters and digits joined as in a password or a marker, nine digits or hexadecimal digits in a row and more, and base64. */
const passwords =
  /(?<![\p{L}\p{N}])(?:[A-Z]{3,}[-_][A-Z0-9]*\d[A-Z0-9]*|[a-z]+[-_]\d{3,}[a-z0-9]*|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{10,}|[A-Z]{2,}_[A-Z0-9_]{2,})(?![\p{L}\p{N}])/u
const ordering =
  'start|begin|end|close|praise|shout|sing|speak|loves|whisper|spell|translate|decode|decrypt|replace|use|put|work|contain|contains|type|blurb|instead|everyone|everybody|scribe|useme|napisz|powiedz|yaz|soyle|скажи|напиши|ответь|скажіть'.split(
    '|',
  )
const orderWords = new Set([...saying, ...ordering, ...Object.values(instructionPhrases).flatMap(({ say }) => [...beginning(say)])].map(foldLookalikes))
/** Nobody names a song so; it may be an instruction that only a machine reads. */
const encoded =
  /(?<![\p{L}\p{N}+/])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*\d)[A-Za-z0-9+/]{24,}={0,2}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:[0-9a-f]{32,}|(?:%[0-9a-f]{2}){4,}|(?:\\u[0-9a-f]{4}){2,}|(?:0x)?(?:[0-9a-f]{2}[\s:]){12,})/iu

/** UTF-16 units: nothing shorter gives an order backwards. */
const shortestHidden = 16
const digits: ReadonlyMap<string, string> = new Map(Object.entries({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' }))

/** "1gn0re", "i g n o r e", "ig-no-re", "erongi", "vtaber": what is written apart, with digits, backwards or in ROT13 is read as what it spells. */
function readings(folded: string): ReadonlySet<string> {
  const lettered = folded.replaceAll(/(?<![\p{L}\p{N}])(?=[013457@$]*\p{L})(?=\p{L}*[013457@$])[\p{L}013457@$]{3,}/gu, (word) =>
    word.replaceAll(/[013457@$]/gu, (digit) => digits.get(digit) ?? digit),
  )
  const joined = folded.replaceAll(/(?<![\p{L}\p{N}])(?:\p{L}[\s._-]){3,}\p{L}(?![\p{L}\p{N}])/gu, (letters) => letters.replaceAll(/[\s._-]/gu, ''))
  const backwards = Array.from(folded).toReversed().join('')
  // ROT13, as in old newsgroups.
  const turned = folded.replaceAll(/[a-z]/gu, (letter) => String.fromCodePoint((((letter.codePointAt(0) ?? 0) - 97 + 13) % 26) + 97))
  const hidden = folded.length < shortestHidden ? [] : [backwards, turned]
  return new Set([folded, lettered, joined, folded.replaceAll(/(?<=\p{L})[-._](?=\p{L})/gu, ''), ...hidden])
}

/** The first piece of a text that speaks to a model: gives an order, plays a system message, hides a code; null: none. Heuristic, in some twenty languages. */
export function findInstruction(text: string): string | null {
  const folded = foldLookalikes(text)
  for (const reading of readings(folded)) {
    const found = findOrder(reading)
    if (found !== null) return found
  }
  const password = passwords.exec(text)
  if (password !== null && !orderWords.isDisjointFrom(new Set(folded.split(/[^\p{L}]+/u)))) return password[0]
  return encoded.exec(text)?.[0] ?? null
}
