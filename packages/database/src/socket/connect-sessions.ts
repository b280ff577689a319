import { createConnection, type Socket } from 'node:net'
import { DatabaseError } from '../database-error.js'
import type { Session, Statement, StatementOutcome } from '../embedded/engine.js'
import { readFrames, writeFrame } from './frame.js'
import { protocol, type Greeting, type ServerMessage } from './message.js'

export interface SessionConnection extends AsyncDisposable {
  openSession(): Session
}

/** Connects to the process that owns the database, and waits until it has it open. null where nobody listens (any more, or yet). */
export async function connectSessions(path: string, signal: AbortSignal): Promise<SessionConnection | null> {
  signal.throwIfAborted()
  const client = new SessionClient(createConnection(path))
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    const greeting = await Promise.race([client.greeting, aborted])
    if (greeting === null) return null
    if (greeting.protocol !== protocol) throw refuse('speaks another version: use the same Liner Notes for both, or stop that process')
    if (greeting.refusal !== null) throw refuse(`could not open it: ${greeting.refusal}`)
    return client
  } catch (error) {
    await client[Symbol.asyncDispose]()
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

class SessionClient implements SessionConnection {
  readonly greeting: Promise<Greeting | null>
  readonly #socket: Socket
  readonly #pending = new Map<number, PromiseWithResolvers<StatementOutcome>>()
  #lastId = 0
  #lastSession = 0

  constructor(socket: Socket) {
    this.#socket = socket
    const { promise, resolve } = Promise.withResolvers<Greeting | null>()
    this.greeting = promise
    let greeted = false
    readFrames(socket, (message) => {
      if (greeted) return this.#settle(message as ServerMessage)
      greeted = true
      resolve(message as Greeting)
    })
    socket
      .on('error', () => {})
      .on('close', () => {
        resolve(null)
        this.#stop()
      })
  }

  openSession(): Session {
    const session = ++this.#lastSession
    return {
      execute: (statement) => this.#request(session, statement),
      close: () => writeFrame(this.#socket, { id: 0, session, statement: null }),
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.destroy()
    this.#stop()
  }

  #request(session: number, statement: Statement): Promise<StatementOutcome> {
    if (!this.#socket.writable) return Promise.reject(createStopped())
    const id = ++this.#lastId
    const pending = Promise.withResolvers<StatementOutcome>()
    this.#pending.set(id, pending)
    writeFrame(this.#socket, { id, session, statement })
    return pending.promise
  }

  #settle({ id, outcome }: ServerMessage): void {
    this.#pending.get(id)?.resolve(outcome)
    this.#pending.delete(id)
  }

  #stop(): void {
    for (const pending of this.#pending.values()) pending.reject(createStopped())
    this.#pending.clear()
  }
}

function refuse(reason: string): DatabaseError {
  return new DatabaseError('DATABASE_UNREACHABLE', `The process that owns the embedded database ${reason}.`)
}

function createStopped(): DatabaseError {
  return new DatabaseError(
    'DATABASE_UNREACHABLE',
    'The process that owned the embedded database has stopped. Run the command again; what was acknowledged is kept.',
  )
}
