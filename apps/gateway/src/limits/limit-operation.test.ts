import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'

let gateway: TestGateway
let trackId: string
let listenerId: string
beforeAll(async () => {
  gateway = await createTestGateway()
  const { data } = await gateway.execute('{ search(query: "Neap") { ... on Track { id } } listener(externalId: "ada") { id } }')
  trackId = data.search[0].id
  listenerId = data.listener.id
})
afterAll(() => gateway[Symbol.asyncDispose]())

const repeat = (times: number, text: (index: number) => string): string => Array.from({ length: times }, (_, index) => text(index)).join(' ')

describe('operations that only an attacker sends are refused before they run', () => {
  const nested = `{ track(id: "x") { artistCredits { artist { tracks(first: 1) { nodes ${repeat(8, () => '{ artistCredits { artist { tracks(first: 1) { nodes')} { title } ${repeat(8, () => '} } } }')} } } } } }`
  it.each([
    ['deep', nested, 'levels deep'],
    [
      'wide',
      `{ artist(id: "x") { tracks(first: 100) { nodes { artistCredits { artist { tracks(first: 100) { nodes { artistCredits { artist { tracks(first: 100) { nodes { title } } } } } } } } } } } }`,
      'points',
    ],
    ['many lists at once', `{ ${repeat(20, (index) => `a${index}: recommendations(input: {}) { modelVersion }`)} }`, 'points'],
    ['many narratives at once', `{ ${repeat(55, (index) => `a${index}: narrative(itemId: "trk_${index}") { __typename }`)} }`, 'points'],
    [
      'many comparisons',
      `{ ${repeat(10, (index) => `a${index}: compareNarratives(itemId: "trk_1", providers: ["a", "b", "c", "d", "e", "f", "g", "h"]) { __typename }`)} }`,
      'points',
    ],
    ['aliases', `{ ${repeat(101, (index) => `a${index}: __typename`)} }`, 'aliases'],
    ['directives', `{ __typename ${repeat(80, () => '@skip(if: false)')} }`, 'directives'],
    ['endless', `{ ${'x '.repeat(5_000)} }`, 'token'],
    [
      'a bomb of fragments',
      `{ ...f0 } ${repeat(30, (index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`)} fragment f30 on Query { recommendations(input: {}) { modelVersion } }`,
      '',
    ],
  ])('%s', async (_what, query, says) => {
    const started = performance.now()
    const { errors, status } = await gateway.execute(query)
    expect(status).toBe(400)
    expect(errors?.map(({ message }) => message).join(' ')).toContain(says)
    expect(errors?.[0]?.extensions?.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED)$/)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('a page size in a variable counts, too', async () => {
    const query = 'query ($n: Int) { show(id: "x") { episodes(first: $n) { nodes { transcript(first: $n) { nodes { text speaker startMs endMs id } } } } } }'
    expect((await gateway.execute(query, { n: 100 })).errors?.[0]?.message).toContain('points')
    expect((await gateway.execute(query, { n: 5 })).errors).toBeUndefined()
  })

  it('over SSE as well', async () => {
    const query = `{ ${repeat(20, (index) => `a${index}: recommendations(input: {}) { modelVersion }`)} }`
    expect(await Array.fromAsync(gateway.subscribe(query))).toMatchObject([
      { errors: [{ message: expect.stringContaining('points'), extensions: { code: 'BAD_USER_INPUT' } }] },
    ])
  })

  it('and the longest honest list is answered: a hundred recommendations with narratives, claims and evidence', async () => {
    const query =
      '{ recommendations(input: { listenerId: "ada", kinds: [TRACK, EPISODE] }, first: 100) { nodes { rank item { ... on Track { title } ... on Episode { title show { title } } } reasons { code weight evidence { statement source { name licence url } } } narrative { ... on Narrative { text claims { start end evidence { statement source { name licence } } } } } } } }'
    expect((await gateway.execute(query)).errors).toBeUndefined()
  })
})

/** What no honest client sends, as an id, a name or a cursor. */
const texts: readonly (readonly [string, string])[] = [
  ['a NUL', 'trk_\0'],
  ['half a surrogate pair', '\ud800'],
  ['100 KB', 'x'.repeat(100_000)],
  ['nothing', ''],
  ['blanks', '   '],
  ['an id of nothing', 'trk_aaaaaaaaaaaaaaaaaaaa'],
  ['an id of another kind', 'evi_aaaaaaaaaaaaaaaaaaaa'],
  ['SQL', "'; drop table tracks; --"],
  ['bidi controls', '\u202Etxt\u200B'],
  ['an emoji', '🚀'],
]

describe('text of any kind in any argument gives an answer or an explanation', () => {
  const fields: readonly (readonly [string, string])[] = [
    ['node', 'query ($x: ID!) { field: node(id: $x) { id } }'],
    ['track', 'query ($x: ID!) { field: track(id: $x) { id } }'],
    ['artist', 'query ($x: ID!) { field: artist(id: $x) { id } }'],
    ['show', 'query ($x: ID!) { field: show(id: $x) { id } }'],
    ['episode', 'query ($x: ID!) { field: episode(id: $x) { id } }'],
    ['listener by id', 'query ($x: ID!) { field: listener(id: $x) { id } }'],
    ['listener by external id', 'query ($x: String!) { field: listener(externalId: $x) { id } }'],
    ['listeners after', 'query ($x: String!) { field: listeners(after: $x) { nodes { id } } }'],
    ['history after', 'query ($x: String!) { listener(externalId: "ada") { history(after: $x) { nodes { playedAt } } } }'],
    ['history of an artist', 'query ($x: ID!) { listener(externalId: "ada") { history(artistId: $x) { nodes { playedAt } } } }'],
    ['search', 'query ($x: String!) { field: search(query: $x) { __typename } }'],
    ['recommendations for', 'query ($x: ID!) { field: recommendations(input: { listenerId: $x }, first: 2) { profiled } }'],
    ['recommendations after', 'query ($x: String!) { field: recommendations(input: {}, after: $x) { profiled } }'],
    ['recipe', 'query ($x: String!) { field: recommendations(input: { recipe: $x }) { profiled } }'],
    ['seeds', 'query ($x: ID!) { field: recommendations(input: { seedIds: [$x] }, first: 2) { profiled } }'],
    ['exclusions', 'query ($x: ID!) { field: recommendations(input: { excludeIds: [$x], ignoreHistoryItemIds: [$x] }, first: 2) { profiled } }'],
    ['narrative of', 'query ($x: ID!) { field: narrative(itemId: $x) { __typename } }'],
    ['narrative by', 'query ($x: String!) { field: narrative(itemId: "TRACK", input: { provider: $x }) { __typename } }'],
    ['comparison', 'query ($x: String!) { field: compareNarratives(itemId: "TRACK", providers: [$x]) { __typename } }'],
    ['listens of', 'mutation ($x: ID!) { field: recordListens(listenerId: $x, listens: []) { __typename } }'],
    [
      'item of a listen',
      'mutation ($x: ID!) { field: recordListens(listenerId: "ada", listens: [{ item: $x, playedAt: "2024-01-01T00:00:00Z" }]) { __typename } }',
    ],
    [
      'names of a listen',
      'mutation ($x: String!) { field: recordListens(listenerId: "ada", listens: [{ artistName: $x, trackTitle: $x, playedAt: "2024-01-01T00:00:00Z" }]) { __typename } }',
    ],
    ['feedback', 'mutation ($x: ID!) { field: recordFeedback(events: [{ recommendationId: $x, outcome: PLAY, clientEventId: $x }]) { __typename } }'],
    ['feed', 'mutation ($x: URL!) { field: importFeed(url: $x) { __typename } }'],
  ]
  it.each(fields)('%s', async (_field, query) => {
    for (const [what, text] of texts) {
      const { status, errors, text: answer } = await gateway.execute(query.replace('TRACK', trackId), { x: text })
      const outcome = errors === undefined ? `${status}` : errors[0]?.extensions?.code
      expect(`${what}: ${outcome}`).toMatch(/: (200|BAD_USER_INPUT)$/)
      expect(answer.length, 'echoes what it was sent').toBeLessThan(5_000)
    }
    expect(gateway.logged).toEqual([])
  })

  it('a NUL in the text of the query itself is named', async () => {
    const { errors, status } = await gateway.execute(String.raw`{ listener(externalId: "a\u0000b") { id } }`)
    expect({ status, errors }).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining('NUL'), extensions: { code: 'BAD_USER_INPUT' } }] })
  })

  it('a bad variable is named by its place', async () => {
    const { errors } = await gateway.execute('query ($input: RecommendInput!) { recommendations(input: $input) { profiled } }', {
      input: { seedIds: ['a', 'b\0'] },
    })
    expect(errors?.[0]?.message).toContain('variables.input.seedIds.1: ')
  })

  it('names of listens are reported line by line, and the good lines are recorded', async () => {
    const query =
      'mutation ($listens: [ListenInput!]!) { recordListens(listenerId: "ben", listens: $listens) { ... on ImportReport { read imported rejected problems { line field message } } } }'
    const playedAt = '2024-03-01T00:00:00Z'
    const listens = [
      { artistName: 'A', trackTitle: 'B', playedAt },
      { artistName: 'A\0', trackTitle: 'C', playedAt },
    ]
    expect((await gateway.execute(query, { listens })).data.recordListens).toMatchObject({
      read: 2,
      imported: 1,
      rejected: 1,
      problems: [{ line: 2, field: 'artistName' }],
    })
  })
})

describe('numbers and lists out of range are explained', () => {
  it.each([
    ['first: -1', '{ listeners(first: -1) { totalCount } }', 'first: expected 0 to 100, got -1'],
    ['first: 101', '{ recommendations(input: {}, first: 101) { profiled } }', 'first: expected 0 to 100, got 101'],
    ['first of a search', '{ search(query: "a", first: -5) { __typename } }', 'first: expected'],
    ['first of a history', '{ listener(externalId: "ada") { history(first: 1000) { totalCount } } }', 'first: expected'],
    ['adventurousness above 1', '{ recommendations(input: { adventurousness: 1.5 }) { profiled } }', 'adventurousness: expected 0 to 1, got 1.5'],
    ['adventurousness below 0', '{ recommendations(input: { adventurousness: -0.1 }) { profiled } }', 'adventurousness: expected 0 to 1'],
    ['adventurousness without end', '{ recommendations(input: { adventurousness: 1e999 }) { profiled } }', 'adventurousness: expected 0 to 1'],
    ['a number too large', '{ recommendations(input: {}, first: 99999999999) { profiled } }', '32-bit'],
    ['no kinds', '{ recommendations(input: { kinds: [] }) { profiled } }', 'kinds: expected'],
    ['an unknown recipe', '{ recommendations(input: { recipe: "nope" }) { profiled } }', 'There is no recipe "nope"'],
    ['a foreign cursor', '{ recommendations(input: {}, after: "10") { profiled } }', 'after: expected a cursor of this list'],
    ['a cursor of another list', '{ listener(externalId: "ada") { history(after: "10") { totalCount } } }', 'after: expected a cursor of this list'],
    ['two listeners', '{ listener(id: "a", externalId: "b") { id } }', 'exactly one'],
    ['no listener', '{ listener { id } }', 'exactly one'],
    ['few words', '{ narrative(itemId: "a", input: { maxWords: 1 }) { __typename } }', 'maxWords: expected'],
    ['no providers', '{ compareNarratives(itemId: "a", providers: []) { __typename } }', 'providers: expected'],
    ['no language', '{ narrative(itemId: "a", input: { language: "!" }) { __typename } }', 'bcp-47'],
    ['no URL', 'mutation { importFeed(url: "file:///etc/passwd") { __typename } }', 'http'],
  ])('%s', async (_what, query, says) => {
    const { errors } = await gateway.execute(query)
    expect(errors?.[0]?.message.toLowerCase()).toContain(says.toLowerCase())
    expect(errors?.[0]?.extensions?.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/)
  })

  it('NaN cannot even be said; null is the default', async () => {
    const query =
      'query ($a: Float, $n: Int) { recommendations(input: { adventurousness: $a, kinds: null, listenerId: null }, first: $n, after: null) { nodes { rank } } }'
    expect((await gateway.execute(query, { a: 'NaN' })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    expect((await gateway.execute(query, { a: null, n: null })).data.recommendations.nodes).not.toHaveLength(0)
  })

  it('huge lists of ids are bounded', async () => {
    const query = 'query ($input: RecommendInput!) { recommendations(input: $input) { profiled } }'
    const ids = Array.from({ length: 30_001 }, (_, index) => `trk_${index}`)
    for (const field of ['seedIds', 'excludeIds', 'ignoreHistoryItemIds'])
      expect((await gateway.execute(query, { input: { [field]: ids, listenerId } })).errors?.[0]?.message).toMatch(`${field}: at most`)
    expect((await gateway.execute(query, { input: { excludeIds: ids.slice(0, 1_000) } })).errors).toBeUndefined()
  })

  it('so are lists of plays and of feedback, as a refusal', async () => {
    const listens = Array.from({ length: 1_001 }, () => ({ playedAt: '2024-01-01T00:00:00Z' }))
    const record = 'mutation ($listens: [ListenInput!]!) { field: recordListens(listenerId: "ada", listens: $listens) { ... on InputError { code path } } }'
    expect((await gateway.execute(record, { listens })).data.field).toEqual({ code: 'INVALID_INPUT', path: ['listens'] })
    const events = Array.from({ length: 1_001 }, (_, index) => ({ recommendationId: 'rec_aaaaaaaaaaaaaaaaaaaa', outcome: 'PLAY', clientEventId: `${index}` }))
    const tell = 'mutation ($events: [FeedbackInput!]!) { field: recordFeedback(events: $events) { ... on InputError { code path } } }'
    expect((await gateway.execute(tell, { events })).data.field).toEqual({ code: 'INVALID_INPUT', path: ['events'] })
    expect((await gateway.execute(tell, { events: events.slice(1) })).data.field).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('offsets beyond the end, and beyond any number, give an empty page or an explanation', async () => {
    const page =
      'query ($after: String!) { show: search(query: "Rack Talk", kinds: [EPISODE], first: 1) { ... on Show { episodes(after: $after) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } } } }'
    expect((await gateway.execute(page, { after: '999999999' })).data.show[0].episodes).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    })
    for (const after of ['99999999999999999999', '-1', '1e3', '1.5'])
      expect((await gateway.execute(page, { after })).errors?.[0]?.message).toBe('after: expected a cursor of this list')
  })
})
