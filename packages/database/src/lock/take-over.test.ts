import { link, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDirectory, type Directory } from '../__fixtures__/create-directory.js'
import { createLockRecord, type LockRecord } from './lock-record.js'
import { takeOver } from './take-over.js'

const living = createLockRecord('none.sock')
/** A pid above Linux's and macOS's maximum: nobody. */
const dead = { ...living, pid: 99_999_999 }

async function write(directory: Directory, name: string, record: LockRecord): Promise<string> {
  const file = join(directory.path, name)
  await writeFile(file, JSON.stringify(record))
  return file
}

test('who comes late, when the dead lock has been replaced already, takes nothing over', async () => {
  await using directory = await createDirectory()
  const candidate = await write(directory, 'candidate', { ...living, token: 'late' })
  const lock = await write(directory, 'lock.json', { ...living, token: 'successor' })
  expect(await takeOver(directory.path, { ...dead, token: 'first' }, candidate)).toBeNull()
  expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ token: 'successor' })
  expect((await readdir(directory.path)).toSorted()).toEqual(['candidate', 'lock.json'])
})

test('who comes while a living process takes over is told who', async () => {
  await using directory = await createDirectory()
  const candidate = await write(directory, 'candidate', { ...living, token: 'second' })
  const lock = await write(directory, 'lock.json', { ...dead, token: 'first' })
  await link(await write(directory, 'rival', { ...living, token: 'rival' }), join(directory.path, 'lock.after-first.json'))
  expect(await takeOver(directory.path, { ...dead, token: 'first' }, candidate)).toMatchObject({ token: 'rival' })
  expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ token: 'first' })
})
