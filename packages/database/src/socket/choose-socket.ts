import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A unix socket's path may have 103 bytes on macOS, 107 on Linux. */
const maximumBytes = 103
const name = 'database.sock'

export interface SocketPlace {
  readonly path: string
  /** As `lock.json` says it: relative to the data directory where it is inside. */
  readonly recorded: string
  remove(): Promise<void>
}

/** `database.sock` in the data directory; where that path is too long, in a fresh private directory for temporary files. */
export async function chooseSocket(dataDirectory: string): Promise<SocketPlace> {
  const path = join(dataDirectory, name)
  if (Buffer.byteLength(path) <= maximumBytes) return { path, recorded: name, remove: () => rm(path, { force: true }) }
  const elsewhere = join(await mkdtemp(join(tmpdir(), 'linernotes-')), name)
  return { path: elsewhere, recorded: elsewhere, remove: () => rm(dirname(elsewhere), { recursive: true, force: true }) }
}
