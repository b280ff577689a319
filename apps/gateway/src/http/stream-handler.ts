import type { RequestHandler } from 'express'
import {
  execute,
  getOperationAST,
  GraphQLError,
  parse,
  subscribe,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type ValidationRule,
} from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/express'
import type { GatewayContext } from '../context.js'
import { badRequest } from '../errors.js'
import { limitOperation } from '../limits/limit-operation.js'
import { closedSignal } from './closed-signal.js'
import type { GatewayServerOptions } from './gateway-server.js'

export interface StreamOptions extends Pick<GatewayServerOptions, 'schema' | 'createContext'> {
  readonly rules: readonly ValidationRule[]
  readonly maxTokens: number
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError
}

const STREAM = 'text/event-stream'

type StreamContext = GatewayContext & Record<PropertyKey, unknown>

/** GraphQL over SSE, distinct connections mode, with the rules, limits and masked errors of `POST /graphql`. */
export function createStreamHandler({ schema, createContext, rules, maxTokens, formatError }: StreamOptions): RequestHandler {
  // `data` is how graphql-sse knows a result.
  const failed = (error: unknown): ExecutionResult => ({ data: null, errors: [formatError(toError(error).toJSON(), error) as GraphQLError] })
  const handle = createHandler<StreamContext>({
    authenticate: () => null,
    context: (request) => ({ ...createContext(request.raw, closedSignal(request.raw)) }),
    onSubscribe: (request, { query, operationName, variables }) => {
      try {
        const document = parseDocument(query, maxTokens)
        const errors = validate(schema, document, rules)
        if (errors.length > 0)
          return { data: null, errors: errors.map((error) => formatError(coded(error, 'GRAPHQL_VALIDATION_FAILED').toJSON(), error) as GraphQLError) }
        const operation = getOperationAST(document, operationName)
        if (!operation) throw badRequest('operationName: expected the name of an operation of the document')
        if (operation.operation === 'mutation' && request.method === 'GET') throw badRequest('A mutation is sent with POST')
        limitOperation({ schema, document, operation, variables })
        const contextValue: StreamContext = { ...createContext(request.raw, closedSignal(request.raw)) }
        return { schema, document, operationName, variableValues: variables, contextValue }
      } catch (error) {
        return failed(error)
      }
    },
    validate: () => [],
    execute: async (args) => execute(args as ExecutionArgs),
    subscribe: async (args) => {
      const result = await subscribe(args as ExecutionArgs)
      if (Symbol.asyncIterator in result) return endWithError(result, failed)
      // What has no place in the answer was not reached: the request itself is at fault, such as a variable that is missing.
      for (const error of result.errors ?? []) if (error.path === undefined && !error.originalError) coded(error, 'BAD_USER_INPUT')
      return result
    },
    onNext: (_context, _request, result) =>
      result.errors === undefined
        ? undefined
        : { ...result, errors: result.errors.map((error) => (error instanceof GraphQLError ? (formatError(error.toJSON(), error) as GraphQLError) : error)) },
  })
  return (request, response) => {
    if (!request.headers.accept?.includes(STREAM))
      return void response
        .status(406)
        .json({ errors: [{ message: `Streams are sent as ${STREAM}: accept it, or ask /graphql`, extensions: { code: 'BAD_REQUEST' } }] })
    // graphql-sse knows no other spelling.
    request.headers.accept = STREAM
    return handle(request, response)
  }
}

/** A source that fails ends with the error as a result: an SSE stream has no other way to say it. */
async function* endWithError(
  results: AsyncIterable<ExecutionResult>,
  failed: (error: unknown) => ExecutionResult,
): AsyncGenerator<ExecutionResult, void, unknown> {
  try {
    yield* results
  } catch (error) {
    yield failed(error)
  }
}

function parseDocument(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens })
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : error
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  error.extensions['code'] = code
  return error
}

function toError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  return new GraphQLError('Something went wrong here.', { originalError: error instanceof Error ? error : new Error(String(error)) })
}
