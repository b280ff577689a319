import { existsSync } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createDatabaseDirectory, createDirectory } from './__fixtures__/create-directory.js'
import { startChild } from './__fixtures__/start-child.js'
import { openDatabase, readDataVersion } from './index.js'
import { copyTemplate } from './testing/template.js'

test('one process owns, others share, a second owner is refused, and closing leaves nothing locked', async () => {
  await using directory = await createDirectory()
  const dataDirectory = join(directory.path, 'deep', 'data')
  const owner = await openDatabase({ dataDirectory, mode: 'own' })
  expect([owner.kind, owner.owned]).toEqual(['embedded', true])
  expect(JSON.parse(await readFile(join(dataDirectory, 'lock.json'), 'utf8'))).toMatchObject({
    pid: process.pid,
    host: expect.any(String),
    startedAt: expect.any(String),
  })
  expect((await stat(join(dataDirectory, 'database.sock'))).mode & 0o777).toBe(0o600)

  await expect(openDatabase({ dataDirectory, mode: 'own' })).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_LOCKED',
    message: expect.stringMatching(new RegExp(`${dataDirectory} is in use by process ${process.pid} .*LINERNOTES_DATA_DIR`)),
  })

  const guest = await openDatabase({ dataDirectory, mode: 'share' })
  expect([guest.kind, guest.owned]).toEqual(['embedded', false])
  await guest.db.updateTable('data_version').set({ catalog: 7 }).execute()
  expect(await readDataVersion(owner.db)).toEqual({ catalog: 7, listening: 0 })

  await owner[Symbol.asyncDispose]()
  await owner[Symbol.asyncDispose]()
  await expect(readDataVersion(guest.db)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE', message: expect.stringContaining('Run the command again') })
  await guest[Symbol.asyncDispose]()
  expect(existsSync(join(dataDirectory, 'lock.json'))).toBe(false)
  expect(existsSync(join(dataDirectory, 'database.sock'))).toBe(false)

  await using again = await openDatabase({ dataDirectory, mode: 'own' })
  expect(await readDataVersion(again.db)).toEqual({ catalog: 7, listening: 0 })
})

test('who came first to share waits for the others, and an interruption ends the waiting', async () => {
  await using directory = await createDatabaseDirectory()
  const first = await openDatabase({ dataDirectory: directory.path, mode: 'share' })
  const second = await openDatabase({ dataDirectory: directory.path, mode: 'share' })
  await readDataVersion(second.db)
  expect([first.owned, first.guests(), second.owned, second.guests()]).toEqual([true, 1, false, 0])
  const leaving = first[Symbol.asyncDispose]()
  await second.db.updateTable('data_version').set({ catalog: 3 }).execute()
  await second[Symbol.asyncDispose]()
  await leaving

  const interrupt = new AbortController()
  const owner = await openDatabase({ dataDirectory: directory.path, mode: 'share', signal: interrupt.signal })
  await using guest = await openDatabase({ dataDirectory: directory.path, mode: 'share' })
  expect(await readDataVersion(guest.db)).toEqual({ catalog: 3, listening: 0 })
  const interrupted = owner[Symbol.asyncDispose]()
  interrupt.abort()
  await interrupted
  await expect(readDataVersion(guest.db)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
})

test('kill -9 loses no acknowledged row, rolls a dead guest back, and of the next owners exactly one takes the lock over', async () => {
  await using directory = await createDatabaseDirectory()
  await using writer = startChild(directory.path, 'own', 'write')
  expect(await writer.next()).toEqual({ owned: true })
  for (let written = 0; written < 50; written += 1) await writer.next()

  await using guest = startChild(directory.path, 'share', 'transaction')
  expect(await guest.next()).toEqual({ owned: false })
  expect(await guest.next()).toEqual({ open: true })
  await guest.kill()
  const witness = await openDatabase({ dataDirectory: directory.path, mode: 'share' })
  expect(await readDataVersion(witness.db)).toEqual({ catalog: 0, listening: 0 })
  await witness[Symbol.asyncDispose]()
  const rest = await writer.kill()
  const acknowledged = Number(rest.at(-1)?.['written'] ?? 50)
  expect(existsSync(join(directory.path, 'lock.json'))).toBe(true)

  const rivals = Array.from({ length: 3 }, () => startChild(directory.path, 'own'))
  const answers = await Promise.all(rivals.map((rival) => rival.next()))
  expect(answers.filter((answer) => answer['owned'])).toHaveLength(1)
  expect(answers.filter((answer) => answer['failed'] === 'DATA_DIRECTORY_LOCKED')).toHaveLength(2)
  await Promise.all(rivals.map((rival) => rival.kill()))

  await using survivor = await openDatabase({ dataDirectory: directory.path, mode: 'own' })
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from acknowledged where n <= ${acknowledged}`.execute(survivor.db)
  expect(rows).toEqual([{ n: acknowledged }])
  expect(await readDataVersion(survivor.db)).toEqual({ catalog: 0, listening: 0 })
})

test('a path too long for a socket is shared all the same', async () => {
  await using directory = await createDirectory()
  const dataDirectory = join(directory.path, 'd'.repeat(120))
  await copyTemplate(join(dataDirectory, 'pgdata'))
  await using owner = await openDatabase({ dataDirectory, mode: 'own' })
  await using guest = await openDatabase({ dataDirectory, mode: 'share' })
  expect([owner.owned, guest.owned]).toEqual([true, false])
  expect(await readDataVersion(guest.db)).toEqual({ catalog: 0, listening: 0 })
})

test.skipIf(process.platform !== 'linux')('a data directory where no folder can be made is refused, and hangs nothing', { timeout: 5_000 }, async () => {
  await expect(openDatabase({ dataDirectory: '/proc/no/data', mode: 'own' })).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_UNUSABLE',
    message: expect.stringContaining('/proc/no/data cannot be written (ENOENT)'),
  })
})

test('a data directory that cannot be used is named with the remedy', async () => {
  await using directory = await createDirectory()
  const file = join(directory.path, 'file')
  await writeFile(file, '')
  await expect(openDatabase({ dataDirectory: join(file, 'data'), mode: 'own' })).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_UNUSABLE',
    message: expect.stringMatching(/file\/data cannot be written \(ENOTDIR\).*LINERNOTES_DATA_DIR/),
  })

  await copyTemplate(join(directory.path, 'pgdata'))
  await writeFile(join(directory.path, 'pgdata', 'global', 'pg_control'), 'garbage')
  await expect(openDatabase({ dataDirectory: directory.path, mode: 'own' })).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_UNUSABLE',
    message: expect.stringMatching(/^The embedded database in .*pgdata cannot be opened \(could not read file "global\/pg_control".*backup/),
  })
  await rm(join(directory.path, 'pgdata', 'PG_VERSION'))
  await expect(openDatabase({ dataDirectory: directory.path, mode: 'own' })).rejects.toThrow('cannot be opened (it holds files, but no PostgreSQL database)')
  expect(existsSync(join(directory.path, 'lock.json'))).toBe(false)
})

test('opening can be called off', async () => {
  await using directory = await createDirectory()
  const reason = new Error('enough')
  await expect(openDatabase({ dataDirectory: directory.path, mode: 'own', signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  const controller = new AbortController()
  const opening = openDatabase({ dataDirectory: directory.path, mode: 'own', signal: controller.signal })
  setTimeout(() => controller.abort(reason), 200)
  await expect(opening).rejects.toBe(reason)
  expect(existsSync(join(directory.path, 'lock.json'))).toBe(false)
})
