import { foldLookalikes } from './fold-lookalikes.js'
import { topLevelDomains } from './top-level-domains.js'

const scheme =
  /\b(?:[a-z][a-z0-9+-]{1,12}|h..ps?):\s?\/\/|\b(?:mailto|tel|sms|javascript|data|vbscript|magnet|geo|facetime|skype|whatsapp|tg|intent|file|blob|spotify|itms(?:-apps)?):(?=\S)|\bhxxps?\b|\bhttps?:\S|\bwww\s?\.\s?\w/u
const mail = /[\p{L}\p{N}._%+-]+\s?(?:@|\((?:at|@)\)|\[(?:at|@)\])\s?[\p{L}\p{N}-]+\s?(?:\.|\(dot\)|\[dot\]|\bdot\b)\s?\p{L}{2,}/u
/** "@somebody", "u/somebody", "t.me": a place to go. "Live @ KEXP" and "Pl@netarium" are none. */
const handle = /(?<![\p{L}\p{N}@])@[\p{L}\p{N}_]{2,}|(?<![\p{L}\p{N}/])[ur]\/[a-z0-9_]{3,}/u
const spelled =
  /[\p{L}\p{N}-]\s*(?:\(\s?(?:dot|\.|punkt|punto|point)\s?\)|\[\s?(?:dot|\.|punkt|punto|point)\s?\]|\{\s?(?:dot|\.)\s?\}|\s(?:dot|punkt|punto)\s|\s\.\s|\.\s(?=com\b|net\b|org\b))\s*(\p{L}{2,})\b/gu
const host = /(?<![\p{L}\p{N}.])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(\p{L}{2,24})(?![\p{L}\p{N}-])/gu
const address = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?=[:/]|\b)(?!\.\d)|\blocalhost(?::\d|\/)/u
/** With a country code, free-call or premium prefix, or in groups as numbers are dialled; dates and catalogue numbers are not. */
const phone =
  /(?<![\p{L}\p{N}])(?:\+\s?\d{1,3}[\s./-]?(?:\(\d{1,5}\)[\s./-]?)?\d(?:[\s./-]?\d){5,}|(?:1[\s.-])?\(?(?:800|888|877|866|900)\)?[\s.-]\d{3}[\s.-]?\d{4}|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}|0\d{2,4}[\s/-]\d{5,}|00[1-9]\d{7,13})(?!\d)/u
/** "Call five five five one two ...", and "IG: some_body". */
const spelledNumber =
  /(?<!\p{L})(?:call|dial|phone|text|ring|whatsapp|sms)\s(?:\p{L}+\s){0,3}(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double)[\s,-]+){5,}/u
const account =
  /(?<!\p{L})(?:ig|insta|instagram|tiktok|telegram|tg|whatsapp|snapchat|snap|discord|venmo|paypal|cashapp)\s?[:=]?\s?[\p{L}\p{N}.]*[\p{L}\p{N}]_[\p{L}\p{N}_.]+/u
/** "e v i l . c o m". */
const spaced = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}.]\s){4,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu
/** Spelled with "dot", only what nobody says otherwise: "dot in", "dot me" are words. */
const spokenDomains = new Set('com net org info biz io dev app fm tv example test xyz site online shop link click top club live'.split(' '))

/** The first thing in a text that software would turn into a link, or that sends its reader somewhere: address, e-mail, handle, phone number; null: none. */
export function findLink(text: string): string | null {
  const folded = foldLookalikes(text).replaceAll(spaced, (letters) => (letters.includes('.') ? letters.replaceAll(/\s/gu, '') : letters))
  for (const pattern of [scheme, mail, handle, address, phone, spelledNumber, account]) {
    const found = pattern.exec(folded)
    if (found !== null) return found[0].trim()
  }
  for (const found of folded.matchAll(host)) if (topLevelDomains.has(found[1] ?? '')) return found[0]
  for (const found of folded.matchAll(spelled)) if (spokenDomains.has(found[1] ?? '')) return found[0].trim()
  return null
}
