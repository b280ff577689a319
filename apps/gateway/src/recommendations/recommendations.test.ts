import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mainQuery } from '../http/main-query.js'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'

let gateway: TestGateway
let main: string
beforeAll(async () => {
  gateway = await createTestGateway()
  main = await mainQuery()
})
afterAll(() => gateway[Symbol.asyncDispose]())

const titles = '{ recommendations(input: { listenerId: "ada" }, first: 20) { profiled nodes { item { ... on Track { id title } } } } }'

/** The main query for so many items, with narratives that are written anew or served again. */
const sized = (first: number, cache: string): string =>
  main
    .replace(/first: \d+/, `first: ${first}`)
    .replace('"chloe"', '"ada"')
    .replace('narrative {', `narrative(input: { cache: ${cache} }) {`)

describe('the main query', () => {
  it.each(['BYPASS', 'PREFER'])('takes as many statements for 2 items as for 20, with narratives %s', async (cache) => {
    const statements = async (first: number): Promise<number> =>
      await gateway.countStatements(async () => {
        const { data, errors } = await gateway.execute(sized(first, cache))
        expect(errors).toBeUndefined()
        expect(data.recommendations.nodes.length).toBeGreaterThan(Math.min(first, 10) - 1)
        expect(data.recommendations.nodes.filter(({ narrative }: { narrative: { text?: string } }) => !narrative.text)).toEqual([])
      })
    // Once before: the model is loaded, and what is cached is.
    await statements(20)
    const counted = [await statements(2), await statements(10), await statements(20)]
    expect(counted).toEqual(counted.map(() => counted[0]))
    expect(counted[0]).toBeLessThan(40)
  })

  it('says nothing that its evidence does not carry: every claim has its place in the text and its facts', async () => {
    const { data } = await gateway.execute(sized(5, 'PREFER').replace('text ', 'text claims { start end evidence { statement } } '))
    for (const { narrative } of data.recommendations.nodes) {
      for (const { start, end } of narrative.claims) expect(narrative.text.slice(start, end).trim()).not.toBe('')
      expect(narrative.claims.some(({ evidence }: { evidence: unknown[] }) => evidence.length > 0)).toBe(true)
    }
  })
})

const count = async (query: string, first: number): Promise<number> =>
  await gateway.countStatements(async () => expect((await gateway.execute(query, { first })).errors).toBeUndefined())

describe('lists of everything', () => {
  it.each([
    [
      'tracks',
      'query ($first: Int) { list: search(query: "gust harvest", first: 1) { __typename } recommendations(input: {}, first: $first) { nodes { item { ... on Track { isrcs tags { name } externalIds { value } sources { name } artistCredits { artist { tags { name } tracks(first: 3) { nodes { title release { tracks { nodes { title } } } } } } } similar(first: 2) { title } } } reasons { evidence { ... on CatalogFact { subject { id } } } } } } }',
    ],
    [
      'episodes',
      'query ($first: Int) { search(query: "Rack Talk", kinds: [EPISODE], first: $first) { ... on Episode { show { title episodes(first: 2) { nodes { title } } } chapters { title } soundbites { title } sources { name } } } }',
    ],
    [
      'transcripts',
      'query ($first: Int) { search(query: "Rack Talk", kinds: [EPISODE], first: 1) { ... on Show { episodes(first: $first) { nodes { title transcript(first: 2) { nodes { text } } } } } } }',
    ],
    [
      'listeners',
      'query ($first: Int) { listeners(first: $first) { nodes { externalId displayName taste { summary artists { name } shows { title } } history(first: 3) { totalCount nodes { playedAt item { title } } } } } }',
    ],
  ])('%s: the number of statements does not grow', async (_what, query) => {
    await count(query, 9)
    // Of the first three tracks none may have what takes a statement of its own.
    expect(await count(query, 9)).toBe(await count(query, 5))
  })
})

const ask = async (listenerId: string | null, headers = {}) => {
  const { data, errors } = await gateway.execute(
    'query ($listenerId: ID) { viewer { externalId } recommendations(input: { listenerId: $listenerId }, first: 3) { profiled nodes { id } } }',
    { listenerId },
    headers,
  )
  expect(errors).toBeUndefined()
  return { viewer: data.viewer?.externalId ?? null, profiled: data.recommendations.profiled, nodes: data.recommendations.nodes.length }
}

describe('whose recommendations', () => {
  it('a known listener: personal, by our id or by the client’s', async () => {
    const { data } = await gateway.execute('{ listener(externalId: "ada") { id } }')
    expect(await ask('ada')).toEqual({ viewer: null, profiled: true, nodes: 3 })
    expect(await ask(data.listener.id)).toEqual({ viewer: null, profiled: true, nodes: 3 })
  })
  it('an unknown listener, or nobody: not profiled, no error', async () => {
    expect(await ask('somebody-unknown')).toEqual({ viewer: null, profiled: false, nodes: 3 })
    expect(await ask('lis_aaaaaaaaaaaaaaaaaaaa')).toEqual({ viewer: null, profiled: false, nodes: 3 })
    expect(await ask(null)).toEqual({ viewer: null, profiled: false, nodes: 3 })
  })
  it('the listener who asks, named by the header x-listener-id', async () => {
    expect(await ask(null, { 'x-listener-id': 'ben' })).toEqual({ viewer: 'ben', profiled: true, nodes: 3 })
    expect(await ask(null, { 'x-listener-id': 'nobody-known' })).toEqual({ viewer: null, profiled: false, nodes: 3 })
  })
  it('nobody’s history, where that is wanted', async () => {
    const { data } = await gateway.execute(
      '{ recommendations(input: { listenerId: "ada", nonProfiled: true }) { profiled nodes { reasons { evidence { __typename } } } } }',
    )
    expect(data.recommendations.profiled).toBe(false)
    expect(JSON.stringify(data)).not.toContain('ListeningFact')
  })
})

describe('pages', () => {
  it('follow each other without gap or repetition', async () => {
    const page =
      'query ($first: Int, $after: String) { recommendations(input: { listenerId: "ada" }, first: $first, after: $after) { pageInfo { hasNextPage hasPreviousPage endCursor } nodes { rank item { ... on Track { id } } } } }'
    const whole = (await gateway.execute(page, { first: 6 })).data.recommendations
    const one = (await gateway.execute(page, { first: 3 })).data.recommendations
    const two = (await gateway.execute(page, { first: 3, after: one.pageInfo.endCursor })).data.recommendations
    expect([...one.nodes, ...two.nodes]).toEqual(whole.nodes)
    expect([one.pageInfo.hasPreviousPage, one.pageInfo.hasNextPage, two.pageInfo.hasPreviousPage]).toEqual([false, true, true])
  })
})

describe('what is told counts at once', () => {
  it('a play: the item is gone from the list, and its plays are in the history and in the evidence', async () => {
    const before = (await gateway.execute(titles)).data.recommendations.nodes
    const { id } = before[0].item
    const listens = Array.from({ length: 7 }, (_, index) => ({ item: id, playedAt: `2025-02-0${index + 1}T10:00:00Z`, playedMs: 200_000 }))
    const record =
      'mutation ($listens: [ListenInput!]!) { recordListens(listenerId: "ada", listens: $listens) { ... on ImportReport { read imported duplicates unmatched rejected } } }'
    expect((await gateway.execute(record, { listens })).data.recordListens).toEqual({ read: 7, imported: 7, duplicates: 0, unmatched: 0, rejected: 0 })
    expect((await gateway.execute(record, { listens })).data.recordListens).toEqual({ read: 7, imported: 0, duplicates: 7, unmatched: 0, rejected: 0 })
    const after = (await gateway.execute(titles)).data.recommendations.nodes
    expect(after.map(({ item }: { item: { id: string } }) => item.id)).not.toContain(id)
    const { data } = await gateway.execute('{ listener(externalId: "ada") { history(year: 2025) { totalCount nodes { item { id } } } } }')
    expect(data.listener.history).toMatchObject({ totalCount: 7, nodes: listens.map(() => ({ item: { id } })) })
  })

  it('feedback, with the narrative that was on show: once, however often it is sent; hidden items are gone', async () => {
    const { data } = await gateway.execute(
      '{ recommendations(input: { listenerId: "ada" }, first: 1) { nodes { id item { ... on Track { id } } narrative { ... on Narrative { id } } } } }',
    )
    const [{ id: recommendationId, item, narrative }] = data.recommendations.nodes
    const tell = async (event: object) =>
      (
        await gateway.execute(
          'mutation ($events: [FeedbackInput!]!) { recordFeedback(events: $events) { ... on ImportReport { read imported duplicates } ... on InputError { code message path } } }',
          { events: [event] },
        )
      ).data.recordFeedback
    const event = { recommendationId, narrativeId: narrative.id, outcome: 'HIDE', clientEventId: 'event-1' }
    expect(await tell(event)).toEqual({ read: 1, imported: 1, duplicates: 0 })
    expect(await tell(event)).toEqual({ read: 1, imported: 0, duplicates: 1 })
    expect(await gateway.db.selectFrom('feedback').select(['narrative_id', 'outcome']).execute()).toEqual([{ narrative_id: narrative.id, outcome: 'hide' }])
    expect(JSON.stringify((await gateway.execute(titles)).data)).not.toContain(item.id)
    expect(await tell({ ...event, clientEventId: 'event-2', recommendationId: 'rec_aaaaaaaaaaaaaaaaaaaa' })).toMatchObject({
      code: 'NOT_FOUND',
      path: ['events', '0', 'recommendationId'],
    })
    expect(await tell({ ...event, clientEventId: 'event-3', narrativeId: 'nar_aaaaaaaaaaaaaaaaaaaa' })).toMatchObject({
      code: 'NOT_FOUND',
      path: ['events', '0', 'narrativeId'],
    })
  })

  it('for a listener who is not known, nothing is recorded, and that is said', async () => {
    const query = 'mutation { recordListens(listenerId: "nobody", listens: []) { ... on InputError { code path } } }'
    expect((await gateway.execute(query)).data.recordListens).toEqual({ code: 'NOT_FOUND', path: ['listenerId'] })
  })
})

describe('everything with an id', () => {
  it('is found again by its id', async () => {
    const { data } = await gateway.execute(`{
      recommendations(input: { listenerId: "ada", kinds: [TRACK, EPISODE] }, first: 6) { nodes { id item { ... on Track { id release { id } artistCredits { artist { id } } } ... on Episode { id show { id } } } narrative { ... on Narrative { id provider { id } evidence { id } } } reasons { evidence { id } } } }
      listener(externalId: "ada") { id }
    }`)
    const ids = [...new Set([...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1]))]
    expect(ids.length).toBeGreaterThan(25)
    const answers = await Promise.all(ids.map((id) => gateway.execute('query ($id: ID!) { node(id: $id) { id __typename } }', { id })))
    expect(answers.filter(({ data: found }, index) => found?.node?.id !== ids[index])).toEqual([])
  })
})
