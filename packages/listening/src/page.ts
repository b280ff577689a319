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

/** Makes a page from up to `first + 1` nodes: the one too many tells that there are more. */
export function readPage<Node>(nodes: readonly Node[], first: number, totalCount: number, cursorOf: (node: Node) => string): Page<Node> {
  const shown = nodes.slice(0, first)
  return { nodes: shown, cursors: shown.map(cursorOf), hasNextPage: nodes.length > first, totalCount }
}
