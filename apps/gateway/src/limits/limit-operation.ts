import type { ApolloServerPlugin } from '@apollo/server'
import type { GatewayContext } from '../context.js'
import { limitCost, type Operation } from './operation-cost.js'
import { refuseBrokenText } from './refuse-broken-text.js'

/** What is checked of an operation once its variables are known; throws the error that tells the client. */
export function limitOperation(operation: Operation): void {
  refuseBrokenText(operation)
  limitCost(operation)
}

/** The same for Apollo. */
export const limitOperationPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (operation) limitOperation({ schema, document, operation, variables: request.variables })
    },
  }),
}
