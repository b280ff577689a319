/** What two lists share, told of the items of both; empty as long as one of them has not come. */
export function overlapWords(one: readonly string[] | undefined, other: readonly string[] | undefined): string {
  if (one === undefined || other === undefined || one.length === 0 || other.length === 0) return ''
  const shared = one.filter((item) => other.includes(item)).length
  if (shared === 0) return 'No piece is on both lists.'
  return shared === 1 ? 'One piece is on both lists: see what is said of it.' : `${shared} pieces are on both lists: see what is said of them.`
}
