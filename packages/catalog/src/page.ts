/** A slice of a list, as Relay asks for it. */
export interface PageRequest {
  readonly first: number
  /** A cursor of an earlier page; null is the beginning. */
  readonly after: string | null
}

export interface Page<Node> {
  readonly nodes: readonly Node[]
  /** One for each node. */
  readonly cursors: readonly string[]
  readonly hasNextPage: boolean
  readonly totalCount: number
}

/** How many nodes stand before the page: cursors count them. A cursor that is none of ours begins at the beginning. */
export function offsetOf(after: string | null): number {
  return after !== null && /^\d{1,9}$/.test(after) ? Number(after) : 0
}

/** Makes a page from up to `first + 1` nodes: the one too many tells that there are more. */
export function offsetPage<Node>(nodes: readonly Node[], request: PageRequest, totalCount: number): Page<Node> {
  const offset = offsetOf(request.after)
  const first = Math.max(0, request.first)
  const shown = nodes.slice(0, first)
  return { nodes: shown, cursors: shown.map((_, index) => String(offset + index + 1)), hasNextPage: nodes.length > first, totalCount }
}
