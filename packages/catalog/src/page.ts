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

/** A cursor that says how many nodes stand before the next one. */
export function offsetOf(after: string | null): number {
  const offset = after === null ? 0 : Number(after)
  return Number.isInteger(offset) && offset >= 0 ? offset : 0
}

/** Makes a page from up to `first + 1` nodes: the one too many tells that there are more. */
export function offsetPage<Node>(nodes: readonly Node[], request: PageRequest, totalCount: number): Page<Node> {
  const offset = offsetOf(request.after)
  const shown = nodes.slice(0, request.first)
  return { nodes: shown, cursors: shown.map((_, index) => String(offset + index + 1)), hasNextPage: nodes.length > request.first, totalCount }
}
