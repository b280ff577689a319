import * as fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { IndexOfStrings } from '../model/index-of-strings.js'
import { temporaryFiles } from './__fixtures__/files.js'
import type { InteractionTable, Names } from './reading/read-interactions.js'
import { splitUsers } from './split-users.js'
import { writeSplit } from './write-split.js'

type Play = readonly [user: string, item: string]

function tableOf(plays: readonly Play[]): { readonly table: InteractionTable; readonly names: Names } {
  const names = { users: new IndexOfStrings(), items: new IndexOfStrings() }
  return {
    names,
    table: {
      users: Uint32Array.from(plays, ([user]) => names.users.add(user)),
      items: Uint32Array.from(plays, ([, item]) => names.items.add(item)),
      weights: new Float32Array(plays.length).fill(1),
      lines: Uint32Array.from(plays, (_, row) => row + 2),
    },
  }
}

function split(plays: readonly Play[], holdout = 0.3, seed = 1) {
  const { table, names } = tableOf(plays)
  const parts = splitUsers(table, names, holdout, seed)
  const said = (part: InteractionTable): string[] =>
    Array.from(part.users, (user, row) => `${names.users.stringOf(user)} ${names.items.stringOf(part.items[row]!)}`).toSorted()
  return { interactions: said(parts.interactions), foldIn: said(parts.foldIn), test: said(parts.test) }
}

const userOf = (play: string): string => play.split(' ')[0]!
const worlds = fc.uniqueArray(
  fc.tuple(
    fc.nat(9).map(String),
    fc.nat(30).map((item) => `i${item}`),
  ),
  { minLength: 1, maxLength: 120, selector: ([user, item]) => `${user} ${item}` },
)

describe('a split by user', () => {
  it('puts each row in one part, and no user on both sides', () => {
    fc.assert(
      fc.property(worlds, fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.nat(99), (plays, holdout, seed) => {
        const { interactions, foldIn, test } = split(plays, holdout, seed)
        expect([...interactions, ...foldIn, ...test].toSorted()).toEqual(plays.map(([user, item]) => `${user} ${item}`).toSorted())
        const trained = new Set(interactions.map(userOf))
        const heldOut = new Set([...foldIn, ...test].map(userOf))
        expect([...heldOut].filter((user) => trained.has(user))).toEqual([])
        const users = new Set(plays.map(([user]) => user)).size
        expect(heldOut.size).toBe(Math.round(holdout * users))
        for (const user of heldOut) {
          const [known, guessed] = [foldIn.filter((play) => userOf(play) === user).length, test.filter((play) => userOf(play) === user).length]
          expect(guessed).toBe(known + guessed === 1 ? 0 : Math.max(1, Math.round(0.2 * (known + guessed))))
          expect(known).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('is the same for the same seed, in whatever order the rows come, and another for another seed', () => {
    fc.assert(fc.property(worlds, fc.nat(99), (plays, seed) => void expect(split(plays.toReversed(), 0.3, seed)).toEqual(split(plays, 0.3, seed))))
    const plays = Array.from({ length: 200 }, (_, row): Play => [`u${row % 20}`, `i${row}`])
    expect(split(plays, 0.3, 1)).not.toEqual(split(plays, 0.3, 2))
  })

  it('can be written as three files with headers', async () => {
    await using files = await temporaryFiles()
    const { table, names } = tableOf([
      ['ann', 'a'],
      ['bo', 'b'],
    ])
    const [first] = await writeSplit(files.directory, names, { interactions: table, foldIn: table, test: table }, new AbortController().signal)
    expect(await readFile(first!, 'utf8')).toBe('userID\titemID\tweight\nann\ta\t1\nbo\tb\t1\n')
  })
})
