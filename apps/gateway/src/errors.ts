import { unwrapResolverError } from '@apollo/server/errors'
import type { GraphQLFormattedError } from 'graphql'
import { GraphQLError } from 'graphql'
import { UnknownRecipeError } from '@linernotes/recommendations'
import type { Logger } from 'pino'

/** Codes that Apollo and graphql-js give to mistakes of the client: their messages are meant for it. */
const clientCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

/** A mistake of the client's in the arguments of a field. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

/** A mistake of the client's because of which nothing is executed. */
export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })
}

/** Messages quote what they complain about; nobody needs more of it. */
const LONGEST_MESSAGE = 1_000

/** Everything that is not the client's mistake is logged with its stack and leaves masked. */
export function createErrorFormatter(log: Logger, options: { readonly hideSchema: boolean }) {
  return (whole: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const formatted = { ...whole, message: shortened(whole.message) }
    const code = formatted.extensions?.['code']
    if (typeof code === 'string' && clientCodes.has(code))
      return { ...formatted, message: options.hideSchema ? withoutHints(formatted.message) : formatted.message, extensions: { code } }
    const cause = unwrapResolverError(error)
    if (cause instanceof UnknownRecipeError) return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } }
    if (cause instanceof Error && cause.name === 'AbortError') {
      log.debug({ path: formatted.path }, 'request.aborted')
      return { message: 'The request was cancelled.', extensions: { code: 'CANCELLED' }, ...(formatted.path && { path: formatted.path }) }
    }
    log.error({ err: cause, path: formatted.path }, 'request.failed')
    return {
      message: 'Something went wrong here. It has been logged.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
      ...(formatted.path && { path: formatted.path }),
    }
  }
}

/** graphql-js suggests names of the schema, which served mode does not show. */
const withoutHints = (message: string): string => message.replace(/ ?Did you mean .*\?/s, '')

const shortened = (message: string): string => (message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE).toWellFormed()}…` : message)
