import type { Page, PageRequest } from '@linernotes/catalog'
import { Field, Int, ObjectType, type ClassType } from 'type-graphql'

@ObjectType({ description: 'Where a page stands in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage!: boolean
  @Field(() => Boolean, { description: 'Whether something comes before.' })
  hasPreviousPage!: boolean
  @Field(() => String, { nullable: true, description: 'Cursor of the first node; null: empty page.' })
  startCursor!: string | null
  @Field(() => String, { nullable: true, description: 'Cursor of the last node: pass it as `after`.' })
  endCursor!: string | null
}

export interface Connection<Item> {
  readonly edges: readonly { readonly cursor: string; readonly node: Item }[]
  readonly nodes: readonly Item[]
  readonly pageInfo: PageInfo
  readonly totalCount: number | null
}

export function toConnection<Item>(page: Page<Item>, { after }: PageRequest): Connection<Item> {
  return {
    nodes: page.nodes,
    edges: page.nodes.map((node, index) => ({ node, cursor: page.cursors[index] ?? '' })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: after !== null,
      startCursor: page.cursors[0] ?? null,
      endCursor: page.cursors.at(-1) ?? null,
    },
    totalCount: page.totalCount,
  }
}

/** The Relay edge class of a type. */
export function edgeOf<Item extends object>(name: string, type: () => ClassType<Item>): ClassType<{ cursor: string; node: Item }> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.` })
  class Edge {
    @Field(() => String, { description: 'Pass it as `after` to continue behind this node.' })
    cursor!: string
    @Field(type, { description: 'The node itself.' })
    node!: Item
  }
  return Edge
}

/** The Relay connection class of a type, with a `nodes` shortcut. */
export function connectionOf<Item extends object>(name: string, type: () => ClassType<Item>): ClassType<Connection<Item>> {
  const Edge = edgeOf(name, type)
  @ObjectType(`${name}Connection`, { description: `A page of ${name} nodes.` })
  class NodeConnection {
    @Field(() => [Edge], { description: 'Nodes with their cursors.' })
    edges!: readonly { cursor: string; node: Item }[]
    @Field(() => [type()], { description: 'Shortcut past the edges.' })
    nodes!: readonly Item[]
    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo
    @Field(() => Int, { nullable: true, description: 'Size of the whole list; null: not counted.' })
    totalCount!: number | null
  }
  return NodeConnection
}
