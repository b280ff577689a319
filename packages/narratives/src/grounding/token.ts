/** What a token was accounted for as; null: nothing supports it yet. */
type TokenRole = 'quotation' | 'name' | 'number' | 'date' | 'tag' | 'function' | 'opinion' | 'claim' | 'fact' | 'mark'

/** One word, number or mark of a sentence. Offsets are UTF-16, end exclusive. */
export interface Token {
  readonly text: string
  /** Comparable form: no diacritics, no apostrophes, lower case; '&' is 'and'; a possessive is dropped. */
  readonly key: string
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'number' | 'mark'
  readonly capital: boolean
  readonly possessive: boolean
  role: TokenRole | null
  factIds: readonly string[]
}

const ideograph = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`
const pattern = new RegExp(
  [
    String.raw`\d{4}-\d{2}(?:-\d{2})?(?![\p{L}\p{N}-])`,
    String.raw`\d+(?::\d{2}){1,2}(?!\d|:\d)`,
    String.raw`['’]\d0s(?![\p{L}\p{N}])`,
    String.raw`\d+(?:,\d{3})*(?:\.\d+)?(?:[kK]|st|nd|rd|th|s)?(?![\p{L}\p{N}])`,
    ideograph,
    String.raw`[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*`,
    String.raw`\S`,
  ].join('|'),
  'gu',
)

/** The form in which words are compared. */
export function tokenKey(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’ʼ]/gu, '').toLowerCase()
}

function toToken(text: string, start: number): Token {
  const end = start + text.length
  const shared = { text, start, end, role: null, factIds: [] }
  if (text === '&') return { ...shared, key: 'and', kind: 'word', capital: false, possessive: false }
  if (/^['’]?\d/u.test(text) && !/^\d+\p{L}{2,}/u.test(text.replace(/(?:st|nd|rd|th)$/u, '')))
    return { ...shared, key: tokenKey(text), kind: 'number', capital: false, possessive: false }
  if (!/[\p{L}\p{N}]/u.test(text)) return { ...shared, key: text, kind: 'mark', capital: false, possessive: false, role: 'mark' }
  const possessive = /['’ʼ]s$/iu.test(text)
  const stem = possessive ? text.slice(0, -2) : text
  return { ...shared, key: tokenKey(stem), kind: 'word', capital: /^\P{Ll}/u.test(text) || /\p{Lu}/u.test(text), possessive }
}

/** "Clinical Archives' only release": the apostrophe stands alone. */
function isPluralOwner(token: Token, tokens: readonly Token[], index: number): boolean {
  const [mark, next] = [tokens[index + 1], tokens[index + 2]]
  const opened = tokens.slice(0, index).some((before) => before.text === "'")
  return (
    token.kind === 'word' &&
    token.capital &&
    !opened &&
    /s$/iu.test(token.text) &&
    (mark?.text === "'" || mark?.text === '’') &&
    mark.start === token.end &&
    next !== undefined &&
    next.start > mark.end
  )
}

/** Words, numbers and marks of a text, in order. */
export function tokenize(text: string): Token[] {
  const tokens = Array.from(text.matchAll(pattern), (match) => toToken(match[0], match.index))
  return tokens.some((token) => token.text === '‘')
    ? tokens
    : tokens.map((token, index) => (isPluralOwner(token, tokens, index) ? { ...token, possessive: true } : token))
}

export function isWord(token: Token | undefined): token is Token {
  return token !== undefined && token.kind !== 'mark'
}
