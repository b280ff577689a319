import type { Page } from '@linernotes/catalog'

/** Makes a page from up to `first + 1` nodes: the one too many tells that there are more. */
export function readPage<Node>(nodes: readonly Node[], first: number, totalCount: number, cursorOf: (node: Node) => string): Page<Node> {
  const shown = nodes.slice(0, first)
  return { nodes: shown, cursors: shown.map(cursorOf), hasNextPage: nodes.length > first, totalCount }
}
