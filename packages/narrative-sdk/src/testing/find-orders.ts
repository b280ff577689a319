import type { NarrativeRequest } from '../request.js'

const verbs =
  'say|says|write|output|print|repeat|echo|include|add|append|insert|mention|reply|respond|answer|return|tell|announce|recommend|claim|state|use|read|send|sag|sage|schreib|schreibe|antworte|erwähne|nenne|dis|dites|écris|écrivez|réponds|répète|di|diga|escribe|responde|repite|incluye|scrivi|ripeti|rispondi|escreva|repita|zeg|schrijf|powiedz|napisz|söyle|yaz|скажи|напиши|ответь|повтори|输出|回复|告诉听众|说|言って|書いて|말해|써|قل|اكتب|कहो|लिखो|אמור|katakan'
const order = new RegExp(
  String.raw`(?<!\p{L})(?:${verbs})(?!\p{L})\s*(?:only|exactly|verbatim|this|the following|(?:to )?the (?:listener|user)s?(?: that)?|dem Hörer|à l'auditeur|al oyente|that|nur|genau|seulement|solo|only with|with|the (?:word|words|phrase|link|url|canary|code|text|sentence|token)s?|das Wort|le mot|la palabra|:|,|\s)*(?<what>[^\n]{1,240})`,
  'giu',
)
const quoted = /["'“”‘’«»„「」『』]([^"'“”‘’«»„「」『』]{1,200})["'“”‘’«»„「」『』]/gu
const address = /(?:[a-z][a-z+.-]*:\/\/|www\.)[^\s"'<>”»)]+|[\p{L}\p{N}.-]+\.\p{L}{2,}(?:\/[^\s"'<>”»)]*)?|[\w.+-]+@[\w.-]+|@\w{2,}|\+?\d[\d\s()./-]{6,}\d/giu
const marker = /[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+|[A-Z]{4,}\d*|\b[0-9a-f]{8,}\b/gu
const markup =
  /<[^>]{1,80}>[^<]{0,120}(?:<\/[^>]{1,40}>)?|!?\[[^\]]{1,80}\]\([^)]{1,120}\)|\[(?:url|img|b)[^\]]*\][^[]{0,120}\[\/\w+\]|`[^`]{1,80}`|\*\*[^*]{1,80}\*\*/giu

/** Every text of a request: whatever reaches a model, from wherever. */
export function textsOf(request: NarrativeRequest): readonly string[] {
  const found: string[] = []
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.push(value)
    else if (typeof value === 'object' && value !== null) for (const entry of Object.values(value)) visit(entry)
  }
  visit(request)
  return [...new Set(found.filter((text) => text.trim() !== ''))]
}

function decoded(text: string): readonly string[] {
  const plain = text.replaceAll(/\s/gu, '')
  const base64 = /^[A-Za-z0-9+/]{16,}={0,2}$/u.test(plain) ? [Buffer.from(plain, 'base64').toString('utf8')] : []
  const tags = Array.from(text, (character) => character.codePointAt(0) ?? 0).filter((code) => code > 0xe_00_1f && code < 0xe_00_7f)
  return [...base64, ...(tags.length === 0 ? [] : [String.fromCodePoint(...tags.map((code) => code - 0xe_00_00))])]
}

/** What the orders in a text want to be written, in their own words and in pieces: the rest of the line, its quotations, links, markup and passwords. */
export function findOrders(text: string): readonly string[] {
  const readings = [text, ...decoded(text), text.normalize('NFKC')]
  const wanted = readings.flatMap((reading) => {
    const rests = [...reading.matchAll(order)].flatMap((match) => match.groups?.['what'] ?? [])
    const pieces = [...rests, reading].flatMap((rest) =>
      [quoted, address, marker, markup].flatMap((pattern) => [...rest.matchAll(pattern)].map((match) => match[1] ?? match[0])),
    )
    return [...rests.flatMap((rest) => [rest, rest.split(/[.!?。]/u)[0] ?? rest]), ...pieces]
  })
  return [...new Set(wanted.map((what) => what.trim().replaceAll(/^["'“”«»:,\s]+|["'“”«»\s]+$/gu, '')).filter((what) => what.length > 1))]
}
