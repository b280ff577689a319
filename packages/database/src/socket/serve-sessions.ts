import { chmod, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Session } from '../embedded/engine.js'
import type { SessionQueue } from '../embedded/session-queue.js'
import { readFrames, writeFrame } from './frame.js'
import { parseClientMessage, protocol, type Greeting } from './message.js'

export interface SessionServer extends AsyncDisposable {
  /** How many processes share the database now. */
  guests(): number
  /** Takes no new client, and waits until those that are here have gone; an aborted signal ends the waiting. */
  drain(signal: AbortSignal | undefined): Promise<void>
}

/**
 * Lets other processes of this user share the embedded database through a unix socket. It listens at once and greets its clients when the database is open.
 * A client that goes away has its transaction rolled back.
 */
export async function serveSessions(path: string, opening: Promise<SessionQueue>): Promise<SessionServer> {
  const clients = new Set<Socket>()
  const server = createServer((socket) => {
    clients.add(socket)
    socket.on('error', () => {}).on('close', () => clients.delete(socket))
    void greet(socket, opening)
  })
  await rm(path, { force: true })
  server.listen(path)
  await once(server, 'listening')
  await chmod(path, 0o600)
  const closed = Promise.withResolvers<void>()
  return {
    guests: () => clients.size,
    async drain(signal) {
      server.close(() => closed.resolve())
      const { promise: aborted, resolve: stop } = Promise.withResolvers<void>()
      if (signal?.aborted) return
      signal?.addEventListener('abort', () => stop(), { once: true })
      await Promise.race([closed.promise, aborted])
    },
    async [Symbol.asyncDispose]() {
      server.close(() => closed.resolve())
      for (const socket of clients) socket.destroy()
      await closed.promise
    },
  }
}

async function greet(socket: Socket, opening: Promise<SessionQueue>): Promise<void> {
  try {
    const queue = await opening
    if (socket.destroyed) return
    serveClient(socket, queue)
    writeFrame(socket, createGreeting(null))
  } catch (error) {
    writeFrame(socket, createGreeting(error instanceof Error ? error.message : String(error)))
    socket.end()
  }
}

function createGreeting(refusal: string | null): Greeting {
  return { protocol, refusal }
}

function serveClient(socket: Socket, queue: SessionQueue): void {
  const sessions = new Map<number, Session>()
  readFrames(socket, (frame) => {
    const message = parseClientMessage(frame)
    if (message === null) return socket.destroy()
    const session = sessions.get(message.session) ?? queue.openSession()
    sessions.set(message.session, session)
    if (message.statement === null) {
      session.close()
      sessions.delete(message.session)
      return
    }
    session
      .execute(message.statement)
      .then((outcome) => writeFrame(socket, { id: message.id, outcome }))
      .catch(() => socket.destroy())
  })
  socket.on('close', () => {
    for (const session of sessions.values()) session.close()
  })
}
