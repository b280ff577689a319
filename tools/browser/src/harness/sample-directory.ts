import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runGateway } from './run-gateway.js'

const root = path.resolve(import.meta.dirname, '../../../..')
/** A lock that is older than the longest import was left by a process that is dead. */
const staleMs = 300_000

/** A data directory of its own with the embedded sample in it. The sample is imported once, kept in the temporary directory of the system, and copied. */
export async function sampleDirectory(): Promise<string> {
  const template = path.join(tmpdir(), `linernotes-browser-sample-${await whatIsImported()}`)
  while (!(await isThere(template))) {
    if (!(await takeLock(`${template}.lock`))) {
      await sleep(500)
      continue
    }
    try {
      await importInto(template)
    } finally {
      await rmdir(`${template}.lock`)
    }
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-site-'))
  await cp(template, directory, { recursive: true })
  return directory
}

async function importInto(template: string): Promise<void> {
  const partial = `${template}.${process.pid}`
  const gateway = await runGateway({ directory: partial, port: 0 })
  await gateway.stop('SIGTERM')
  await rename(partial, template).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true })
    if (!(await isThere(template))) throw error
  })
}

/** The sample and the code that imports it, as one short name: another sample is another directory. */
async function whatIsImported(): Promise<string> {
  const hash = createHash('sha256')
  for (const unit of ['database', 'catalog', 'listening', 'recommendations', 'serving'])
    hash.update(await readFile(path.join(root, 'packages', unit, 'dist/.tsbuildinfo')))
  const data = path.join(root, 'data')
  for (const name of (await readdir(data, { recursive: true })).toSorted()) hash.update(`${name} ${(await stat(path.join(data, name))).size}\n`)
  return hash.digest('hex').slice(0, 16)
}

async function takeLock(lock: string): Promise<boolean> {
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  if (age > staleMs) await rm(lock, { recursive: true, force: true })
  return await mkdir(lock).then(
    () => true,
    () => false,
  )
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
