import type { Socket } from 'node:net'

const headerBytes = 4
const maximumBytes = 0x3fff_ffff

/** Writes one message: its length in four bytes, big-endian, then JSON. JSON and not node:v8, which must not read what it cannot trust. */
export function writeFrame(socket: Socket, message: unknown): void {
  if (!socket.writable) return
  const body = Buffer.from(JSON.stringify(message))
  const header = Buffer.alloc(headerBytes)
  header.writeUInt32BE(body.length)
  socket.cork()
  socket.write(header)
  socket.write(body)
  socket.uncork()
}

/** Calls `read` with every message that comes. Whoever sends something else is cut off. */
export function readFrames(socket: Socket, read: (message: unknown) => void): void {
  let chunks: Buffer[] = []
  let bytes = 0
  let wanted = headerBytes
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes < wanted) return
    let rest = Buffer.concat(chunks)
    try {
      while (rest.length >= headerBytes) {
        const length = rest.readUInt32BE()
        if (length > maximumBytes) throw new RangeError(`A frame of ${length} bytes is too long`)
        wanted = headerBytes + length
        if (rest.length < wanted) break
        const message: unknown = JSON.parse(rest.toString('utf8', headerBytes, wanted))
        rest = rest.subarray(wanted)
        wanted = headerBytes
        read(message)
      }
    } catch (error) {
      socket.destroy(error instanceof Error ? error : new Error(String(error)))
    }
    chunks = [rest]
    bytes = rest.length
  })
}
