import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Engine, Session } from './engine.js'
import { SessionQueue } from './session-queue.js'

/** Remembers what it ran; every statement takes one turn of the event loop. */
class RecordingEngine implements Engine {
  readonly ran: string[] = []
  #inTransaction = false

  async execute({ sql }: { readonly sql: string }) {
    await new Promise((resolve) => setImmediate(resolve))
    if (sql === 'lost') throw new Error('gone')
    this.ran.push(sql)
    if (sql === 'begin') this.#inTransaction = true
    if (sql === 'commit' || sql === 'rollback') this.#inTransaction = false
    return { result: { command: sql, rowCount: 0, fields: [], rows: [] }, failure: null, inTransaction: this.#inTransaction }
  }

  async close() {}
}

const run = (session: Session, sql: string) => session.execute({ sql, parameters: [] })

function setUp(idleMs = 60_000) {
  const engine = new RecordingEngine()
  const queue = new SessionQueue(engine, { idleMs })
  return { engine, open: () => queue.openSession() }
}

test('first come, first served', async () => {
  const { engine, open } = setUp()
  const [a, b] = [open(), open()]
  await Promise.all([run(a, 'a1'), run(a, 'a2'), run(b, 'b1'), run(a, 'a3')])
  expect(engine.ran).toEqual(['a1', 'a2', 'b1', 'a3'])
})

test('a transaction keeps the connection until it ends, and the others keep their order', async () => {
  const { engine, open } = setUp()
  const [a, b, c] = [open(), open(), open()]
  await run(a, 'begin')
  const others = [run(b, 'begin'), run(c, 'c1'), run(b, 'b1'), run(b, 'commit')]
  await run(a, 'a1')
  await run(a, 'commit')
  await Promise.all(others)
  expect(engine.ran).toEqual(['begin', 'a1', 'commit', 'begin', 'b1', 'commit', 'c1'])
})

test('a session that closes inside a transaction is rolled back, also when its statement is still running', async () => {
  const { engine, open } = setUp()
  const [a, b] = [open(), open()]
  await run(a, 'begin')
  const running = run(a, 'a1')
  const dropped = run(a, 'a2')
  a.close()
  await run(b, 'b1')
  await running
  expect((await dropped).failure).toMatchObject({ code: '57P01' })
  expect((await run(a, 'a3')).failure).toMatchObject({ code: '08003' })
  expect(engine.ran).toEqual(['begin', 'a1', 'rollback', 'b1'])
})

test('a transaction that asks for nothing is rolled back after its time, so that the others go on', async () => {
  const { engine, open } = setUp(20)
  const [a, b] = [open(), open()]
  await run(a, 'begin')
  await run(b, 'b1')
  expect(engine.ran).toEqual(['begin', 'rollback', 'b1'])
  expect((await run(a, 'a1')).failure).toMatchObject({ code: '25P03', message: expect.stringContaining('never the outer db') })
})

test('a transaction that goes on asking may last', async () => {
  const { engine, open } = setUp(40)
  const session = open()
  await run(session, 'begin')
  for (let step = 0; step < 6; step += 1) {
    await setTimeout(15)
    await run(session, 'step')
  }
  await run(session, 'commit')
  expect(engine.ran.at(-1)).toBe('commit')
})

test('a lost engine rejects its statement and leaves nobody waiting', async () => {
  const { open } = setUp()
  const [a, b] = [open(), open()]
  const lost = run(a, 'lost')
  const next = run(b, 'b1')
  await expect(lost).rejects.toThrow('gone')
  await vi.waitFor(() => expect(next).resolves.toMatchObject({ failure: null }))
})
