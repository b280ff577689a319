import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** File that a child process runs. Under vitest this file is src/*.ts, and the child is what the build made of it. */
export function childEntry(): string {
  const entry = fileURLToPath(new URL('./child/main.js', import.meta.url))
  return existsSync(entry) ? entry : fileURLToPath(new URL('../dist/child/main.js', import.meta.url))
}

const needed = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'LANG', 'LC_ALL', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot', 'USERPROFILE']

/** What native code needs, and none of our secrets. */
export function childEnvironment(): Record<string, string> {
  return Object.fromEntries(needed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}
