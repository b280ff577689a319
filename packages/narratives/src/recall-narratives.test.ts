import { describe, expect, test } from 'vitest'
import { ask, database, written } from './__fixtures__/narrating.js'
import { sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, model as scripted, plugin, sentence, start, testNarrator, truth } from './__fixtures__/test-narrator.js'
import { findNarrativesById } from './find-narratives-by-id.js'
import { findRecallable, findRecalls, recallNarratives } from './recall-narratives.js'

const data = database()

const other = sentence('You last played C-Doc in March 2018.', 'F2')
const recall = (criteria: Parameters<typeof findRecallable>[1]) =>
  recallNarratives(data.db, { criteria, by: 'eve', reason: 'the count is wrong', now: 1_700_000_000_000 })

describe('a withdrawn text', () => {
  test('is gone at once, by its id, too, and the recall is written down', async () => {
    const model = scripted((_, call) => (call === 0 ? [start, ...truth, end] : [start, ...other, end]))
    await using given = await testNarrator(data.db, [plugin('model', model)])
    const { id, text } = written(await given.narrator.narrate(sampleBrief(), ask()))
    expect(await findRecallable(data.db, { provider: 'model', text: 'PLAYED c-doc' })).toHaveLength(1)
    expect(await findRecallable(data.db, { provider: 'model', promptVersion: 'another' })).toEqual([])
    const { narratives } = await recall({ provider: 'model' })
    expect(narratives).toMatchObject([{ narrative: { id, text }, asked: 'model', brief: { itemId: 'trk_212' } }])
    expect((await findNarrativesById(data.db, [id])).size).toBe(0)
    expect(await given.narrator.narrate(sampleBrief(), ask({ cache: 'only' }))).toMatchObject({ type: 'declined' })
    expect(await findRecalls(data.db)).toMatchObject([
      { by: 'eve', reason: 'the count is wrong', criteria: { provider: 'model' }, withdrawn: 1, at: '2023-11-14T22:13:20.000Z' },
    ])
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).text).toBe('You last played C-Doc in March 2018.')
  })

  test('is refused where the model writes it again, alone or beside another sentence', async () => {
    const stubborn = scripted((_, call) => [start, ...truth, ...(call < 2 ? [] : other), end])
    await using given = await testNarrator(data.db, [plugin('model', stubborn), plugin('house', house())])
    await given.narrator.narrate(sampleBrief(), ask())
    await recall({ item: 'trk_212' })
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ text: 'You last played C-Doc in March 2018.', provider: 'model' })
    expect(stubborn.calls[2]?.refusals).toEqual(['this was withdrawn by an editor: say something else'])
  })

  test('does not come back through another provider, another listener or a stream', async () => {
    const model = scripted([start, ...truth, end])
    const rules = scripted([start, ...truth, end], { realisation: 'rules' })
    await using given = await testNarrator(data.db, [plugin('model', model), plugin('house', rules)])
    await given.narrator.narrate(sampleBrief(), ask())
    await recall({ text: '212 times' })
    const results = [
      await given.narrator.narrate(sampleBrief(), ask({ provider: 'house' })),
      ...(await given.narrator.narrateList([sampleBrief({ listenerId: 'lis_b' })], ask({ cache: 'bypass' }))),
      ...(await Array.fromAsync(given.narrator.stream(sampleBrief(), ask()))),
    ]
    expect(results.map(({ type }) => type)).toEqual(['failure', 'failure', 'failure'])
  })
})

test('an artist is found in the item, in the evidence and in the text', async () => {
  const source = { id: 'src_r', name: 'r', licence: 'CC0-1.0', url: null, retrieved_at: null }
  await data.db.insertInto('sources').values(source).execute()
  const about = { mbid: null, source_id: 'src_r' }
  await data.db
    .insertInto('artists')
    .values({
      ...about,
      id: 'art_1',
      name: 'Björk',
      name_key: 'bjork',
      sort_name: null,
      disambiguation: null,
      kind: null,
      country: null,
      begin_date: null,
      end_date: null,
      is_special_purpose: false,
    })
    .execute()
  await data.db
    .insertInto('tracks')
    .values({
      ...about,
      id: 'trk_1',
      title: 'Hunter',
      title_key: 'hunter',
      release_id: null,
      disc_number: null,
      track_number: null,
      duration_ms: null,
      advisory: 'unknown',
      url: null,
    })
    .execute()
  await data.db.insertInto('track_artists').values({ track_id: 'trk_1', position: 0, artist_id: 'art_1', credited_name: 'Björk', join_phrase: '' }).execute()
  await using given = await testNarrator(data.db, [plugin('model', scripted([start, ...other, end]))])
  const brief = sampleBrief({ itemId: 'trk_2' })
  await given.narrator.narrate(brief, ask())
  await given.narrator.narrate(sampleBrief({ itemId: 'trk_1' }), ask())
  const found = async (artist: string) => (await findRecallable(data.db, { artist })).map(({ narrative }) => narrative.itemId).toSorted()
  expect([await found('art_1'), await found('Bjork'), await found('C-Doc'), await found('Nobody')]).toEqual([['trk_1'], ['trk_1'], ['trk_1', 'trk_2'], []])
  await data.db.updateTable('narratives').set({ text: 'It is on a label.' }).execute()
  expect(await found('C-Doc')).toEqual([])
  await data.db
    .insertInto('evidence')
    .values(brief.evidence.map((fact) => ({ id: fact.id, payload: JSON.stringify(fact) })))
    .execute()
  expect(await found('C-Doc')).toEqual(['trk_1', 'trk_2'])
})
