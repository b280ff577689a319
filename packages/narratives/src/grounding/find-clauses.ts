import type { Clause } from './mentions.js'
import type { Token } from './token.js'

const separators = new Set([',', ';', ':', '—', '–', '(', ')', '.', '…', '!', '?'])
const joiners = new Set(['and', 'but', 'while', 'whereas', 'so', 'then'])

function separates(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (token === undefined || (token.role !== 'mark' && token.role !== null)) return false
  if (!(token.role === 'mark' ? separators.has(token.text) : joiners.has(token.key))) return false
  const next = tokens[index + 1]
  return !(tokens[index - 1]?.role === 'tag' && (next?.role === 'tag' || (next?.key === 'and' && tokens[index + 2]?.role === 'tag')))
}

/** "In 2016," belongs to what follows, ", since 2021" to what went before. */
function onlyDates(tokens: readonly Token[], clause: Clause): boolean {
  const inner = tokens.slice(clause.first, clause.last + 1).filter((token) => token.role !== 'mark')
  return (
    inner.some((token) => token.role === 'date') &&
    inner.length <= 5 &&
    ['in', 'since', 'during', 'by', 'back', 'from', 'until'].includes(inner[0]?.key ?? '') &&
    inner.slice(1).every((token) => token.role === 'date' || token.key === 'in')
  )
}

/** Runs between separators; separators themselves belong to the clause that they end. */
export function findClauses(tokens: readonly Token[]): Clause[] {
  const raw: Clause[] = []
  let first = 0
  for (let index = 0; index < tokens.length; index += 1) {
    const isLast = index === tokens.length - 1
    if (!separates(tokens, index) && !isLast) continue
    const joiner = tokens[index]?.kind === 'word'
    const last = joiner && !isLast ? index - 1 : index
    if (last >= first && tokens.slice(first, last + 1).some((token) => token.kind !== 'mark')) raw.push({ first, last })
    else if (raw.length > 0) raw.push({ first: raw.pop()?.first ?? first, last })
    first = last + 1
  }
  const merged: Clause[] = []
  for (const clause of raw) {
    const previous = merged.at(-1)
    const leads = merged.length === 1 && previous !== undefined && onlyDates(tokens, previous)
    if (previous !== undefined && (leads || onlyDates(tokens, clause))) merged[merged.length - 1] = { first: previous.first, last: clause.last }
    else merged.push(clause)
  }
  return merged
}
