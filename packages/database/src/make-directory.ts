import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * Makes a folder and those above it, readable by nobody else. Node's own `recursive` never returns where a file system has no place for new folders, such as /proc
 * (seen with Node 20 and 26): there, this rejects with what the system says.
 */
export async function makeDirectory(directory: string): Promise<void> {
  const isThere = await stat(directory).then(
    () => true,
    () => false,
  )
  if (isThere || path.dirname(directory) === directory) return
  await makeDirectory(path.dirname(directory))
  await mkdir(directory, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    // Another process was faster.
    if (error.code !== 'EEXIST') throw error
  })
}
