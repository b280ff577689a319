import { Buffer } from 'node:buffer'
import { foldLookalikes } from './fold-lookalikes.js'
import { orderObjects, orderPieces, orderStems } from './order-words.js'

const stems = orderStems.map(foldLookalikes)
const objects = new Set(orderObjects.map(foldLookalikes))
const isOrder = (word: string): boolean => stems.some((stem) => word.startsWith(stem) && word.length <= stem.length + 4)

/** Fewer words are a name, whatever they say: "Forget Everything", "Write It Down". */
const fewestWords = 4
/** Written in capitals among words that are not, or with figures in it: what an order wants to see again. */
const canary = /(?<![\p{L}\p{N}])(?:\p{Lu}{4,}|\p{Lu}{2,}[-_]?\d+)(?![\p{L}\p{N}])/u

/** UTF-16 units: nothing shorter gives an order backwards. */
const shortestHidden = 16

/** Two orders, or one with what it is about, or with a word to be repeated. */
function findOrders(name: string, fewest = 1): string | null {
  const words = foldLookalikes(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
  const pieces = orderPieces.filter((piece) => name.includes(piece))
  if (pieces.length >= 2 || (pieces.length === 1 && canary.test(name))) return name
  if (words.length < fewestWords) return null
  const orders = words.filter(isOrder)
  if (new Set(orders).size < fewest) return null
  const isMixed = /(?<!\p{L})\p{Ll}{2,}/u.test(name)
  if (new Set(orders).size >= 2 && (words.some((word) => objects.has(word)) || (isMixed && canary.test(name)))) return name
  if (orders.length > 0 && isMixed && canary.test(name)) return name
  return orders.length > 0 && isOrder(words[0] ?? '') && words.filter((word) => objects.has(word)).length > 0 && words.length > fewestWords ? name : null
}

/** A sentence in small letters that ends in a word in capitals, whatever the language: nobody writes a title so. */
function findSmallSentence(name: string): string | null {
  const words = name.split(/\s+/u)
  const small = words.filter((word) => /^\p{Ll}{2,}[,;:]?$/u.test(word)).length
  const last = words.at(-1)?.replaceAll(/[^\p{L}\p{N}-]/gu, '') ?? ''
  return words.length > fewestWords && small >= 3 && small >= words.length / 2 && /^(?:\p{Lu}{5,}|\p{Lu}{3,}-?\d+)$/u.test(last) ? name : null
}

/** Text in base64 that reads as text again. */
function findEncoded(name: string): string | null {
  for (const [token] of name.matchAll(/(?<![\p{L}\p{N}+/])[A-Za-z0-9+/]{12,}={0,2}(?![\p{L}\p{N}+/=])/gu)) {
    const decoded = Buffer.from(token, 'base64').toString('latin1')
    if (/^[\t\n\r -~]{8,}$/u.test(decoded) && / /u.test(decoded)) return token
  }
  return null
}

/** Shapes that no name has. */
const shapes: readonly RegExp[] = [
  // Words in which figures stand for letters, three and more.
  /(?:(?<![\p{L}\p{N}])(?=\p{L}*\d)(?=\d*\p{L})(?:\p{L}+\d+\p{L}+|\d\p{L}+\d\p{L}*|\d\p{L}{2,})[\p{L}\d]*[^\p{L}\p{N}]+){2,}(?:\p{L}+\d+\p{L}+|\d\p{L}+\d|\d\p{L}{2,})/u,
  // "F2, F3", "fact F4", '"facts":'.
  /(?<![\p{L}\p{N}])F\d{1,3}(?:\s*[,;&+]?\s+F\d{1,3})+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:facts?|evidence) F\d{1,3}(?!\p{L})|["'](?:facts?|text|sentences?|role|content)["']\s*:/iu,
  // "www evil com", "evil com slash win".
  /(?<![\p{L}\p{N}])www[\s,]+\S+[\s,]+\p{L}{2,}|(?<![\p{L}\p{N}])(?:com|net|org|shop|link|io|ly|gl|me) (?:slash|forward slash)(?!\p{L})/iu,
  // Telephone numbers with a way to use them, and short codes.
  /(?<!\p{L})(?:call|ring|dial|phone|text|sms|whatsapp|tel)(?!\p{L})\D{0,12}\d[\d\s().-]{4,}|(?<!\p{L})(?:text|send|sms) \S+ to \d{4,}|(?<!\d)0[89]00[\s-]\p{L}{3,}/iu,
  // Money and what is promised for it.
  /(?<!\p{L})(?:earn|win|make|save|double|get|pay|send|only|just) (?:\p{L}+ )?[$€£]\s?\d|[$€£]\s?\d[\d.,]*\s?(?:a|per|every|each) (?:day|week|month|hour)|\d\s?% (?:off|returns?|interest|discount|cashback)/iu,
  /(?<!\p{L})(?:half price|buy now|double your money|guaranteed returns?|your account (?:is|was|has)|subscribe (?:for|now|today)|free \p{L}+ for (?:every|all|each))(?!\p{L})/iu,
  // Speaks of the text that it stands in.
  /(?<!\p{L})(?:the (?:text|answer|output|reply|correct \p{L}+) is:? \p{L}|narrates? this|(?:this|the) narrator|closing line|new task|admin message|tone\s?=|text\s?=|summari[sz]ing (?:this|it))(?!\p{L})/iu,
  /(?<!\p{L})(?:conclude|finish|end|close|begin|start|open|greet|reply)s? (?:\p{L}+ )?with\s?:?\s(?:the (?:word|phrase|line|sentence|text)|\p{Lu}{4,})/u,
  /(?<!\p{L})(?:do not|don'?t|never) (?:talk|speak|write|say \p{L}+) about (?:the|this)(?!\p{L}).*[,;]/iu,
  // Other units and other ways to promise.
  /(?<!\p{L})(?:win|earn|get|claim|send|pay) (?:\p{L}+ )?\d[\d.,]* ?(?:euros?|dollars?|pounds?|bucks|btc|eth)|\d (?:euros?|dollars?|pounds?) (?:for|to) (?:each|every|all)|(?<!\p{L})(?:free gift|gift card|get rich with)(?!\p{L})/iu,
  // "F1 says", "as F3 shows".
  /(?<![\p{L}\p{N}])F\d{1,3} (?:says|shows|states|proves|tells)(?!\p{L})|(?<!\p{L})[Aa]s F\d{1,3}(?![\p{L}\p{N}])/u,
  // Turns of a conversation: "Human: say ...", "Assistant, kindly ...", but not "Human: After All".
  /^(?:[Hh]uman|HUMAN|[Aa]ssistant|ASSISTANT|A[Ii]|ai|[Mm]odel|[Bb]ot)[,:]\s\p{Ll}/u,
  // Marks of emphasis and of tables, and headings.
  /^#{1,6} \S|^(_+|~~)\p{L}.*\p{L}\1$|^\|.*\|$/u,
]

/**
 * What shows by its shape that a name is none, without knowing the words: an order with what it wants repeated, figures for letters, text in base64, ids of facts,
 * telephone numbers, prices. null: nothing.
 */
export function findOrderShape(name: string): string | null {
  for (const shape of shapes) {
    const found = shape.exec(name)
    if (found !== null) return found[0].trim()
  }
  const backwards = name.length < shortestHidden ? null : findOrders(Array.from(name).toReversed().join(''), 2)
  return findEncoded(name) ?? findOrders(name) ?? backwards ?? findSmallSentence(name)
}

/** Claims in a name that stands bare in a sentence: of listeners, of what music does, of what to vote for. */
export const bareClaims: readonly RegExp[] = [
  /(?<!\p{L})(?:listens?|listened|loves?|likes?|bought|buys|plays|played|recommends?) (?:to )?(?:this|it)(?:$|[^\p{L}]| (?:every|each|all|a|song|track|daily|nightly|on))/iu,
  /(?<!\p{L})(?:cures?|heals?|treats?|prevents?) \p{L}+s$|(?<!\p{L})(?:vote for|elect) \p{L}/iu,
]
