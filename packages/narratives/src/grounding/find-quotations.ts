import type { QuotationMention } from './mentions.js'
import type { Token } from './token.js'

const pairs: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
]

/** Marks what stands between quotation marks, outside names. An opening mark without its end is reported by `unclosed`. */
export function findQuotations(text: string, tokens: readonly Token[]): { readonly mentions: QuotationMention[]; readonly unclosed: Token | null } {
  const mentions: QuotationMention[] = []
  let index = 0
  while (index < tokens.length) {
    const token = tokens[index]
    const pair = token?.role === 'mark' ? pairs.find(([open]) => open === token.text) : undefined
    if (token === undefined || pair === undefined) {
      index += 1
      continue
    }
    const single = token.text === "'" || token.text === '‘'
    const close = tokens.findIndex((candidate, position) => position > index && candidate.role === 'mark' && candidate.text === pair[1])
    if (close < 0) {
      if (single) {
        index += 1
        continue
      }
      return { mentions, unclosed: token }
    }
    mentions.push({ first: index, last: close, content: text.slice(token.end, tokens[close]?.start) })
    index = close + 1
  }
  const stray = tokens.find(
    (token, position) =>
      token.role === 'mark' && /[”»“„"]/u.test(token.text) && !mentions.some((mention) => position >= mention.first && position <= mention.last),
  )
  return { mentions, unclosed: stray ?? null }
}
