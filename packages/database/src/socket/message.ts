import type { Statement, StatementOutcome } from '../embedded/engine.js'

/** Both sides must speak the same; raise it with every change below. */
export const protocol = 1

/** From a client: run a statement of a session, or (`statement: null`) close the session. Sessions are numbered by the client. */
export interface ClientMessage {
  readonly id: number
  readonly session: number
  readonly statement: Statement | null
}

/** First message of the server, when its database is open: its protocol, or why there is no database. */
export interface Greeting {
  readonly protocol: number
  readonly refusal: string | null
}

export interface ServerMessage {
  readonly id: number
  readonly outcome: StatementOutcome
}

/** null where the message is not what a client says. */
export function parseClientMessage(message: unknown): ClientMessage | null {
  if (typeof message !== 'object' || message === null) return null
  const { id, session, statement } = message as Partial<ClientMessage>
  if (!Number.isInteger(id) || !Number.isInteger(session)) return null
  return statement === null || isStatement(statement) ? (message as ClientMessage) : null
}

function isStatement(value: unknown): value is Statement {
  if (typeof value !== 'object' || value === null) return false
  const { sql, parameters } = value as Partial<Statement>
  return typeof sql === 'string' && Array.isArray(parameters) && parameters.every((parameter) => parameter === null || typeof parameter === 'string')
}
