import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { loadNode } from './load-node.js'
import { Node } from './node.type.js'

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its id; null: there is no such thing.' })
  async node(@Arg('id', () => ID, { description: 'The id.' }) id: string, @Ctx() context: GatewayContext): Promise<object | null> {
    return await loadNode(context, id)
  }
}
