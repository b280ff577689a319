import { generateKeyPairSync } from 'node:crypto'
import { bumpDataVersion } from '@linernotes/database'
import { ensureListener, recordListens } from '@linernotes/listening'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHeroWorld, type HeroWorld } from '../__fixtures__/hero-world.js'
import { DAY_MS, listenerId, NOW } from '../__fixtures__/world.js'
import { findReceipts, issueReceipts, recommend, signingKeyOf, verifyReceipt } from '../index.js'

const key = signingKeyOf(generateKeyPairSync('ed25519').privateKey)
const { signal } = new AbortController()

// An embedded database has one connection: nobody writes while another reads.
describe.skipIf(!process.env['DATABASE_URL'])('a receipt of a list that was read while somebody was writing', () => {
  let world: HeroWorld
  beforeAll(async () => {
    world = await openHeroWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  const contextOf = () => ({ db: world.db, model: world.model, now: () => NOW, signal })
  const ask = async () => await recommend(contextOf(), { listenerId: listenerId('hero'), kinds: ['track', 'episode'], recipe: 'discover', limit: 5 })
  const verify = async (receipt: object) => await verifyReceipt(contextOf(), key, findReceipts(JSON.parse(JSON.stringify(receipt)))[0]!)

  test.each<[who: string, listener: string]>([
    ['others', 'passing'],
    ['the listener', 'hero'],
  ])('is valid after what %s wrote is committed, whichever was written last', async (who, name) => {
    const { id } = who === 'others' ? await ensureListener(world.db, { externalId: name }) : { id: listenerId(name) }
    const { id: third } = await ensureListener(world.db, { externalId: `third ${name}` })
    const source = await world.db.selectFrom('sources').select('id').limit(1).executeTakeFirst()
    const shown = (await ask()).suggestions.map(({ itemId }) => itemId)
    const moments = shown.map((itemId, index) => ({ itemId, playedAt: new Date(NOW - 3 * DAY_MS - index * 60_000) }))
    const listens = moments.map((listen) => ({ ...listen, playedMs: 200_000 }))
    const [written, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const writing = world.db.transaction().execute(async (transaction) => {
      // As `recordListens` writes, before it says that something has changed.
      const rows = moments.map(({ itemId, playedAt }) => ({
        item_id: itemId,
        played_at: playedAt,
        fingerprint: itemId,
        item_kind: 'track' as const,
        match_key: '',
      }))
      await transaction
        .insertInto('listens')
        .values(rows.map((row) => ({ ...row, listener_id: id, source_id: source!.id })))
        .execute()
      written.resolve()
      await mayCommit.promise
    })
    await written.promise
    // Another wants to write as well; whether or not that has to wait, it comes after.
    const later = recordListens(world.db, third, listens, { now: () => NOW })
    await Promise.race([later, new Promise((resolve) => setTimeout(resolve, 200))])
    await world.model.refresh()
    const receipts = await issueReceipts(await ask(), { after: 0, through: 5 }, key, signal)
    mayCommit.resolve()
    await Promise.all([writing, later])
    await bumpDataVersion(world.db, 'listening')
    await world.model.refresh()
    for (const receipt of receipts) expect(await verify(receipt)).toMatchObject({ outcome: 'valid', problems: [] })
    // What was written counts from now on.
    const after = await issueReceipts(await ask(), { after: 0, through: 5 }, key, signal)
    expect(after[0]!.asOf!.audience.digest).not.toBe(receipts[0]!.asOf!.audience.digest)
    for (const receipt of after) expect(await verify(receipt)).toMatchObject({ outcome: 'valid', problems: [] })
  })
})
