import type { Clause } from './mentions.js'
import type { Reading } from './reading.js'
import type { GroundedClaim } from './verdict.js'

/** One claim per clause; neighbours with the same support are joined. Clauses of function words alone belong to their neighbour. */
export function makeClaims(reading: Reading): GroundedClaim[] {
  const claims: GroundedClaim[] = []
  let pending: number | null = null
  for (const clause of reading.clauses) {
    const tokens = reading.tokens.slice(clause.first, clause.last + 1)
    const words = tokens.findLastIndex((token) => token.role !== 'mark' || token.text === ')')
    const [start, end] = [tokens[0]?.start ?? 0, tokens[Math.max(0, words)]?.end ?? 0]
    const resting = reading.supports.filter((support) => support.first <= clause.last && support.last >= clause.first).flatMap((support) => support.factIds)
    const asserted = tokens.flatMap((token) => (token.role === 'claim' ? token.factIds : []))
    const factIds = [...new Set(resting.length > 0 ? narrow(reading, resting, asserted) : asserted)]
    const opinion = tokens.some((token) => token.role === 'opinion') && !isOpening(reading, clause)
    const previous = claims.at(-1)
    if (factIds.length === 0 && !opinion) {
      if (previous === undefined) pending ??= start
      else claims[claims.length - 1] = { ...previous, end }
      continue
    }
    const support = factIds.length > 0 ? 'supported' : 'opinion'
    if (previous !== undefined && previous.support === support && previous.factIds.join() === factIds.join()) claims[claims.length - 1] = { ...previous, end }
    else claims.push({ start: pending ?? start, end, support, factIds })
    pending = null
  }
  return claims
}

const openings = new Set('says say puts put asks ask calls call answers answer listen hear here'.split(' '))

/** "As the show puts it:" only announces the quotation that follows; it is part of that claim, and no opinion. */
function isOpening(reading: Reading, clause: Clause): boolean {
  const opinions = reading.tokens.slice(clause.first, clause.last + 1).filter((token) => token.role === 'opinion')
  const announces = reading.tokens[clause.last]?.text === ':' || reading.quotations.some((quotation) => quotation.first === clause.last + 1)
  return announces && opinions.every((token) => openings.has(token.key))
}

/** Where several facts hold a name, those that also hold the rest of the clause stand for it. */
function narrow(reading: Reading, resting: readonly string[], asserted: readonly string[]): readonly string[] {
  const groups = reading.supports.filter((support) => resting.includes(support.factIds[0] ?? ''))
  const chosen: string[] = []
  const counts = new Map<string, number>()
  for (const id of [...resting, ...asserted]) counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const group of groups) {
    if (!group.factIds.every((id) => resting.includes(id)) || group.factIds.some((id) => chosen.includes(id))) continue
    const best = group.factIds.toSorted((left, right) => (counts.get(right) ?? 0) - (counts.get(left) ?? 0))[0]
    if (best !== undefined) chosen.push(best)
  }
  const licensed = asserted.length > 0 && !asserted.some((id) => chosen.includes(id)) ? asserted.slice(0, 1) : []
  return [...chosen, ...licensed]
}
