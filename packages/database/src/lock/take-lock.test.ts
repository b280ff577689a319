import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDirectory } from '../__fixtures__/create-directory.js'
import { createLockRecord, type LockRecord } from './lock-record.js'
import { takeLock } from './take-lock.js'

const living = createLockRecord('none.sock')
/** A pid above Linux's and macOS's maximum: nobody. */
const nobody = 99_999_999

async function takeAfter(left: Partial<LockRecord> | string): Promise<boolean> {
  await using directory = await createDirectory()
  const text = typeof left === 'string' ? left : JSON.stringify({ ...living, token: 'left', ...left })
  await writeFile(join(directory.path, 'lock.json'), text)
  const { lock, holder } = await takeLock(directory.path, 'none.sock')
  expect(lock === null).toBe(holder !== null)
  return lock !== null
}

test.each([
  ['a living owner', {}, false],
  ['a dead owner', { pid: nobody, processStart: null }, true],
  ['a pid that another process has now', { processStart: '1' }, process.platform === 'linux'],
  ['an owner before the last reboot', { bootId: 'another' }, true],
  ['an owner on another machine', { host: 'elsewhere', bootId: 'another', pid: nobody }, false],
  ['an owner in a container that is gone', { host: 'elsewhere', pid: nobody }, process.platform === 'linux'],
])('%s', async (_, left, taken) => {
  expect(await takeAfter(left)).toBe(taken)
})

test.each(['', '{', 'null', '{"pid":"1"}', '[]'])('a file that power loss left as %j locks nobody out', async (text) => {
  expect(await takeAfter(text)).toBe(true)
})

test('of many that find a dead lock exactly one takes it over, and leaves no other file', async () => {
  await using directory = await createDirectory()
  // Some come while the first is half way through: they must not take over what it has just taken over.
  const takeLate = async (turns: number) => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    return takeLock(directory.path, 'none.sock')
  }
  for (let round = 0; round < 40; round += 1) {
    await writeFile(join(directory.path, 'lock.json'), JSON.stringify({ ...living, pid: nobody, token: `dead-${round}` }))
    const attempts = await Promise.all(Array.from({ length: 8 }, (_, index) => takeLate(index * (round % 8))))
    const winners = attempts.flatMap(({ lock }) => (lock ? [lock] : []))
    expect(winners).toHaveLength(1)
    expect(JSON.parse(await readFile(join(directory.path, 'lock.json'), 'utf8'))).toEqual(winners[0]?.record)
    expect(await readdir(directory.path)).toEqual(['lock.json'])
    await winners[0]?.release()
    expect(await readdir(directory.path)).toEqual([])
  }
})

test('whoever died while taking over does not lock the others out', async () => {
  await using directory = await createDirectory()
  const dead = { ...living, pid: nobody }
  await writeFile(join(directory.path, 'lock.json'), JSON.stringify({ ...dead, token: 'first' }))
  await writeFile(join(directory.path, 'lock.after-first.json'), JSON.stringify({ ...dead, token: 'second' }))
  const { lock } = await takeLock(directory.path, 'none.sock')
  expect(lock).not.toBeNull()
  expect(await readdir(directory.path)).toEqual(['lock.json'])
})

test('releasing does not touch the lock of a successor', async () => {
  await using directory = await createDirectory()
  const { lock } = await takeLock(directory.path, 'none.sock')
  const successor = JSON.stringify({ ...living, token: 'successor' })
  await writeFile(join(directory.path, 'lock.json'), successor)
  await lock?.release()
  expect(await readFile(join(directory.path, 'lock.json'), 'utf8')).toBe(successor)
})
