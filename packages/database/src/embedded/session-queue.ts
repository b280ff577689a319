import type { Engine, Session, Statement, StatementOutcome } from './engine.js'

interface Turn {
  readonly session: QueuedSession
  readonly statement: Statement
  readonly resolve: (outcome: StatementOutcome) => void
  readonly reject: (reason: unknown) => void
}

/** Shares one connection fairly: first come, first served, and whoever is inside a transaction keeps the connection until it ends. */
export class SessionQueue {
  readonly #engine: Engine
  readonly #idleMs: number
  #turns: Turn[] = []
  #holder: QueuedSession | null = null
  #busy = false
  #idleTimer: NodeJS.Timeout | undefined

  /** `idleMs`: a transaction that waits longer than this for its next statement is rolled back, so that it cannot hold up everybody for ever. */
  constructor(engine: Engine, options: { readonly idleMs: number }) {
    this.#engine = engine
    this.#idleMs = options.idleMs
  }

  openSession(): Session {
    return new QueuedSession(this)
  }

  execute(session: QueuedSession, statement: Statement): Promise<StatementOutcome> {
    return new Promise((resolve, reject) => {
      this.#turns.push({ session, statement, resolve, reject })
      this.#advance()
    })
  }

  /** Forgets what a session still waits for and rolls back what it left open. */
  leave(session: QueuedSession): void {
    const left = this.#turns.filter((turn) => turn.session === session)
    this.#turns = this.#turns.filter((turn) => turn.session !== session)
    for (const turn of left) turn.resolve(failure('57P01', 'The session was closed before its statement ran'))
    this.#advance()
  }

  #advance(): void {
    if (this.#busy) return
    clearTimeout(this.#idleTimer)
    const holder = this.#holder
    if (holder?.closed || holder?.expired) return this.#rollBack()
    const next = holder === null ? 0 : this.#turns.findIndex((turn) => turn.session === holder)
    const [turn] = next < 0 ? [] : this.#turns.splice(next, 1)
    if (turn) void this.#run(turn)
    else if (holder !== null) this.#awaitHolder(holder)
  }

  async #run({ session, statement, resolve, reject }: Turn): Promise<void> {
    this.#busy = true
    try {
      const outcome = await this.#engine.execute(statement)
      this.#holder = outcome.inTransaction ? session : null
      resolve(outcome)
    } catch (error) {
      this.#holder = null
      reject(error)
    }
    this.#busy = false
    this.#advance()
  }

  #rollBack(): void {
    const session = new QueuedSession(this)
    void this.#run({ session, statement: { sql: 'rollback', parameters: [] }, resolve: () => {}, reject: () => {} })
  }

  #awaitHolder(holder: QueuedSession): void {
    this.#idleTimer = setTimeout(() => {
      holder.expired = true
      this.#advance()
    }, this.#idleMs).unref()
  }
}

class QueuedSession implements Session {
  readonly #queue: SessionQueue
  closed = false
  expired = false

  constructor(queue: SessionQueue) {
    this.#queue = queue
  }

  async execute(statement: Statement): Promise<StatementOutcome> {
    if (this.closed) return failure('08003', 'The session is closed')
    if (this.expired)
      return failure(
        '25P03',
        'The transaction waited too long for its next statement and was rolled back. Inside db.transaction() use the transaction, never the outer db',
      )
    return this.#queue.execute(this, statement)
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.#queue.leave(this)
  }
}

function failure(code: string, message: string): StatementOutcome {
  return { result: null, failure: { severity: 'ERROR', code, message }, inTransaction: false }
}
