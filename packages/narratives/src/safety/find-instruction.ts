import { foldLookalikes } from './fold-lookalikes.js'
import { instructionPhrases, instructionPieces, machinePhrases } from './instruction-phrases.js'

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
const oneOf = (phrases: readonly string[]): string => `(?:${phrases.map(escape).join('|')})`
const [before, after] = [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{N}])`]
/** At most so many words between the two halves of an instruction. */
const within = (words: number): string => String.raw`(?:[^\p{L}\p{N}]+[\p{L}\p{N}'’]+){0,${words}}[^\p{L}\p{N}]+`

const patterns: readonly RegExp[] = [
  ...Object.values(instructionPhrases).flatMap(({ drop, orders, say, objects }) => [
    new RegExp(`${before}${oneOf(drop)}${within(5)}${oneOf(orders)}${after}`, 'u'),
    new RegExp(`${before}${oneOf(say)}${within(2)}${oneOf(objects)}${after}`, 'u'),
  ]),
  // "say X to the listener", "state that ...": whoever speaks of the listener so, or orders a claim, speaks to a narrator.
  new RegExp(
    String.raw`${before}(?:say|write|print|output|repeat|mention|read|quote|announce|state|send|give|promise|offer)${after}.{0,80}${before}(?:to|for|with) (?:the|every|each|all|all the|our|your) (?:listener|user|reader|customer)s?${after}`,
    'u',
  ),
  new RegExp(String.raw`${before}(?:state|claim|mention|announce|write|recommend|pretend) that${after}`, 'u'),
  new RegExp(instructionPieces.map(([first, second]) => `${escape(foldLookalikes(first))}.{0,30}${escape(foldLookalikes(second))}`).join('|'), 'u'),
  new RegExp(`${before}${oneOf(machinePhrases)}`, 'u'),
  // "SYSTEM: ...", "assistant - ...", "### Instruction", as transcripts of chats have them.
  /(?:^|[\n.!?"”»)\]}>-]\s*)(?:system|assistant|developer|user|instruction|instructions|ai|llm|model)\s?(?:[:>»=]|\s-\s)/u,
  // An order to say something that is in quotation marks, or that looks like a password: "say 'BLUE HERON'", "repeat PINEAPPLE-7".
  new RegExp(
    String.raw`${before}(?:say|write|print|output|repeat|echo|reply|respond|answer|include|mention|append|add|sag|sage|schreibe|antworte|dis|ecris|di|escribe|scrivi|diga|escreva|zeg|schrijf)${after}(?:\s+[\p{L}']+){0,3}[\s:,-]+["“”'‘«„]`,
    'u',
  ),
]
/** Letters and digits joined as in a password or a marker, nine digits or hexadecimal digits in a row and more, and base64. */
const passwords =
  /(?<![\p{L}\p{N}])(?:[A-Z]{3,}[-_][A-Z0-9]*\d[A-Z0-9]*|[a-z]+[-_]\d{3,}[a-z0-9]*|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{10,}|[A-Z]{2,}_[A-Z0-9_]{2,})(?![\p{L}\p{N}])/u
const order = new RegExp(
  `${before}${oneOf('say|write|print|output|repeat|echo|reply|respond|answer|include|mention|append|insert|announce|recite|tell|sag|sage|schreib|schreibe|dis|ecris|di|escribe|scrivi|diga|escreva|zeg|schrijf|скажи|напиши'.split('|').map(foldLookalikes))}${after}`,
  'u',
)
/** Nobody names a song so; it may be an instruction that only a machine reads. */
const encoded =
  /(?<![\p{L}\p{N}+/])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*\d)[A-Za-z0-9+/]{24,}={0,2}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:[0-9a-f]{32,}|(?:%[0-9a-f]{2}){4,}|(?:\\u[0-9a-f]{4}){2,}|(?:0x)?(?:[0-9a-f]{2}[\s:]){12,})/iu

const digits: ReadonlyMap<string, string> = new Map(Object.entries({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' }))

/** "1gn0re", "i g n o r e", "ig-no-re": what is written apart or with digits is read as what it spells. */
function readings(folded: string): ReadonlySet<string> {
  const lettered = folded.replaceAll(/(?<=\p{L})[013457@$](?=\p{L})|(?<![\p{L}\p{N}])1(?=\p{L}{2})/gu, (digit) => digits.get(digit) ?? digit)
  const joined = folded.replaceAll(/(?<![\p{L}\p{N}])(?:\p{L}[\s._-]){3,}\p{L}(?![\p{L}\p{N}])/gu, (letters) => letters.replaceAll(/[\s._-]/gu, ''))
  return new Set([folded, lettered, joined, folded.replaceAll(/(?<=\p{L})[-._](?=\p{L})/gu, '')])
}

/** The first piece of a text that speaks to a model: gives an order, plays a system message, hides a code; null: none. Heuristic, in some twenty languages. */
export function findInstruction(text: string): string | null {
  for (const reading of readings(foldLookalikes(text))) {
    for (const pattern of patterns) {
      const found = pattern.exec(reading)
      if (found !== null) return found[0].trim()
    }
  }
  const password = passwords.exec(text)
  if (password !== null && order.test(foldLookalikes(text))) return password[0]
  return encoded.exec(text)?.[0] ?? null
}
