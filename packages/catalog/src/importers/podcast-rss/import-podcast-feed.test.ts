import { createTestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFeed as importInto, item, rss, type ImportedFeed } from '../../__fixtures__/podcast-feeds.js'
import { findChapters, findExternalIds, findSoundbites, findSources } from '../../index.js'

let test: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
})
const importFeed = async (xml: string | Uint8Array, url: string | null): Promise<ImportedFeed> => await importInto(test.db, xml, url)

const tideTables = rss(`
  <title>Tide Tables &amp;amp; Talk</title><link>https://tides.example/</link><language>en-GB</language>
  <description>&lt;p&gt;Two keepers talk.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description>
  <podcast:guid>5E3B9C1A-0000-5000-8000-000000000001</podcast:guid><podcast:medium>podcast</podcast:medium>
  <podcast:license>cc-by-sa-4.0</podcast:license><podcast:funding url="https://tides.example/give">Help</podcast:funding>
  <podcast:person href="https://tides.example/ada">Ada Quay</podcast:person>
  <itunes:author>ada@tides.example (Ada Quay)</itunes:author><itunes:explicit>no</itunes:explicit>
  <itunes:category text="Science"><itunes:category text="Earth Sciences"/></itunes:category>
  <itunes:image href="https://tides.example/cover.jpg"/>
  ${item(
    'tide-2',
    'Neap and Spring',
    `<description><![CDATA[<h2>Low water</h2><p>Why a <a href="https://x.example">neap tide</a> is&nbsp;small.<br>Part two.</p>]]></description>
     <link>https://tides.example/2</link><pubDate>Tue, 05 May 2020 08:00:00 EST</pubDate><itunes:duration>1:02:03</itunes:duration><itunes:explicit>Yes</itunes:explicit>
     <itunes:episodeType>bonus</itunes:episodeType><podcast:season name="Second">2</podcast:season><podcast:episode>3.5</podcast:episode><itunes:keywords>tides, Moon,moon</itunes:keywords>
     <enclosure url="https://tides.example/2.mp3" length="1234" type="audio/mpeg"/>
     <podcast:person role="Guest" group="Cast" img="javascript:alert(1)">Ben Moor</podcast:person>
     <podcast:soundbite startTime="12.5" duration="30">Small tides</podcast:soundbite><podcast:soundbite startTime="NaN" duration="30"/>
     <podcast:transcript url="https://tides.example/2.vtt" type="text/vtt"/><podcast:transcript url="file:///etc/passwd" type="text/plain"/>
     <podcast:chapters url="https://tides.example/2.json" type="application/json+chapters"/>
     <psc:chapters><psc:chapter start="00:00:00" title="Hello"/><psc:chapter start="00:10:30.500" title="Moon" href="https://tides.example/moon"/></psc:chapters>`,
  )}
  ${item('tide-1', 'Salt', '<itunes:duration>95</itunes:duration>')}`)

describe('a feed with everything', () => {
  it('keeps show, episode, people, parts and addresses', async () => {
    const { report, show, episodes } = await importFeed(tideTables, 'https://tides.example/feed.xml')
    expect(report).toEqual({ format: 'podcast-rss', read: 2, imported: 2, duplicates: 0, unmatched: 0, rejected: 0, problems: [] })
    expect(show).toMatchObject({
      title: 'Tide Tables & Talk',
      podcastGuid: '5E3B9C1A-0000-5000-8000-000000000001',
      publisher: 'Ada Quay',
      feedUrl: 'https://tides.example/feed.xml',
      siteUrl: 'https://tides.example/',
      description: 'Two keepers talk.',
      language: 'en-GB',
      medium: 'podcast',
      categories: ['Science', 'Earth Sciences'],
      advisory: 'clean',
      imageUrl: 'https://tides.example/cover.jpg',
      fundingUrl: 'https://tides.example/give',
      people: [{ name: 'Ada Quay', role: 'host', group: 'cast', image: null, url: 'https://tides.example/ada' }],
    })
    const episode = episodes.get('tide-2')
    expect(episode).toMatchObject({
      title: 'Neap and Spring',
      description: 'Low water\nWhy a neap tide is small.\nPart two.',
      publishedAt: new Date('2020-05-05T13:00:00Z'),
      durationMs: 3_723_000,
      seasonNumber: 2,
      episodeNumber: 3.5,
      episodeType: 'bonus',
      advisory: 'explicit',
      url: 'https://tides.example/2',
      enclosures: [{ url: 'https://tides.example/2.mp3', mimeType: 'audio/mpeg', bytes: 1234 }],
      people: [{ name: 'Ben Moor', role: 'guest', group: 'cast', image: null, url: null }],
    })
    expect(episodes.get('tide-1')).toMatchObject({ durationMs: 95_000, advisory: 'unknown', description: null, publishedAt: null, episodeType: 'full' })
    const id = episode?.id ?? ''
    expect((await findSoundbites(test.db, [id])).get(id)).toMatchObject([{ startMs: 12_500, durationMs: 30_000, title: 'Small tides' }])
    expect((await findChapters(test.db, [id])).get(id)).toMatchObject([
      { startMs: 0, title: 'Hello' },
      { startMs: 630_500, title: 'Moon', url: 'https://tides.example/moon' },
    ])
    expect((await findExternalIds(test.db, [id])).get(id)).toEqual([
      { scheme: 'chapters', value: 'https://tides.example/2.json', url: 'https://tides.example/2.json' },
      { scheme: 'transcript', value: 'https://tides.example/2.vtt', url: 'https://tides.example/2.vtt' },
    ])
    expect(await test.db.selectFrom('episode_tags').select('tag').where('episode_id', '=', id).orderBy('tag').execute()).toEqual([
      { tag: 'moon' },
      { tag: 'tides' },
    ])
    expect((await findSources(test.db, [show.sourceId])).get(show.sourceId)).toEqual({
      name: 'Tide Tables & Talk',
      url: 'https://tides.example/feed.xml',
      licence: 'CC-BY-SA-4.0',
      retrievedAt: '2026-01-02T00:00:00.000Z',
    })
  })

  it('changes nothing the second time, and only what changed the third time', async () => {
    const url = 'https://tides.example/feed.xml'
    await importFeed(tideTables, url)
    expect((await importFeed(tideTables, url)).report).toMatchObject({ read: 2, imported: 0, duplicates: 2 })
    expect((await importFeed(tideTables.replace('>Salt<', '>Salt and Silt<'), url)).report).toMatchObject({ imported: 1, duplicates: 1 })
    const moved = await importFeed(tideTables.replace('2.vtt', '2b.vtt'), url)
    expect(moved.report).toMatchObject({ imported: 2 })
    const id = moved.episodes.get('tide-2')?.id ?? ''
    expect((await findExternalIds(test.db, [id])).get(id)?.map(({ value }) => value)).toEqual(['https://tides.example/2.json', 'https://tides.example/2b.vtt'])
  })
})

async function countShows(body: string, urls: readonly (string | null)[]): Promise<number> {
  const shows = new Set<string>()
  for (const url of urls) shows.add((await importFeed(rss(body), url)).show.id)
  return shows.size
}

describe('which show it is', () => {
  it('goes by podcast:guid, then by address, then by the link to itself, then by title and site', async () => {
    const guid = '<podcast:guid>5e3b9c1a-0000-5000-8000-000000000002</podcast:guid>'
    expect(await countShows(`<title>One</title>${guid}`, ['https://a.example/1', 'https://b.example/1', null])).toBe(1)
    expect(await countShows(`<title>One</title>`, ['https://a.example/2', 'https://b.example/2'])).toBe(2)
    expect(await countShows(`<title>One</title><atom:link rel="self" href="https://a.example/3"/>`, [null, 'https://a.example/3'])).toBe(1)
    expect(await countShows(`<title>One</title><link>https://a.example/</link>`, [null, null])).toBe(1)
  })

  it('reads the podcast tags whatever their prefix or the address of their namespace', async () => {
    const older = rss(
      '<title>Older</title><podcast:medium>music</podcast:medium>',
      'xmlns:podcast="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"',
    )
    const unknown = rss('<title>Unknown</title><podcast:medium>music</podcast:medium>', 'xmlns:podcast="https://podcast.example/ns"')
    const renamed = rss(
      `<title>Renamed</title><p2:medium>music</p2:medium>${item('1', 'x', '<p2:season>4</p2:season>')}`,
      'xmlns:p2="https://podcastindex.org/namespace/1.0"',
    )
    expect((await importFeed(older, null)).show.medium).toBe('music')
    expect((await importFeed(unknown, null)).show.medium).toBe('music')
    const { show, episodes } = await importFeed(renamed, null)
    expect([show.medium, episodes.get('1')?.seasonNumber]).toEqual(['music', 4])
  })
})

describe('items that are not as they should be', () => {
  const url = 'https://odd.example/feed'

  it('derives what identifies an item without a guid', async () => {
    const enclosure = '<enclosure url="https://odd.example/a.mp3" type="audio/mpeg"/>'
    const { episodes } = await importFeed(
      rss(`<title>Odd</title><item><title>A</title>${enclosure}</item><item><title>B</title><link>https://odd.example/b</link></item>`),
      url,
    )
    expect([...episodes.keys()].toSorted()).toEqual(['https://odd.example/a.mp3', 'https://odd.example/b B'])
    expect(episodes.get('https://odd.example/a.mp3')?.enclosures).toEqual([{ url: 'https://odd.example/a.mp3', mimeType: 'audio/mpeg', bytes: null }])
  })

  it('takes the title that Apple is given, and rejects what has none, naming the item', async () => {
    const { report, episodes } = await importFeed(
      rss(
        `<title>Odd</title><item><guid>1</guid><itunes:title>From Apple</itunes:title></item><item/><item></item><item><guid>3</guid></item>${item('4', 'Kept')}`,
      ),
      `${url}/2`,
    )
    expect([...episodes.values()].map(({ title }) => title).toSorted()).toEqual(['From Apple', 'Kept'])
    expect(report).toMatchObject({ read: 5, imported: 2, rejected: 3 })
    expect(report.problems).toEqual([
      { line: 2, field: 'item', message: 'breaks off' },
      { line: 3, field: 'item', message: 'empty' },
      { line: 4, field: 'title', message: 'missing' },
    ])
  })

  it('keeps one episode for each guid', async () => {
    const { report, episodes } = await importFeed(rss(`<title>Odd</title>${item('1', 'First')}${item('1', 'Again')}`), `${url}/3`)
    expect(report).toMatchObject({ read: 2, imported: 1, duplicates: 1 })
    expect(episodes.get('1')?.title).toBe('First')
  })

  it('leaves out what cannot be read, and says so', async () => {
    const { report, episodes } = await importFeed(
      rss(
        `<title>Odd</title>${item('1', 'x', '<pubDate>last week</pubDate><itunes:duration>forever</itunes:duration><itunes:episode>1e9</itunes:episode><itunes:season>2.5</itunes:season><itunes:explicit>perhaps</itunes:explicit>')}`,
      ),
      `${url}/4`,
    )
    expect(episodes.get('1')).toMatchObject({ publishedAt: null, durationMs: null, episodeNumber: null, seasonNumber: null, advisory: 'unknown' })
    expect(report.problems.map(({ line, field }) => [line, field])).toEqual([
      [1, 'pubDate'],
      [1, 'itunes:duration'],
      [1, 'season'],
      [1, 'episode'],
    ])
  })

  it('costs a broken item only itself', async () => {
    const broken = `<item><title>Broken</title><guid>2</guid>${'<a>'.repeat(500)}${'</a>'.repeat(500)}</item>`
    const { report, episodes } = await importFeed(rss(`<title>Odd</title>${item('1', 'Before')}${broken}<item><title>Open${item('3', 'After')}`), `${url}/5`)
    expect([...episodes.keys()].toSorted()).toEqual(['1', '3'])
    expect(report.problems).toEqual([
      { line: 2, field: 'item', message: 'not well-formed' },
      { line: 3, field: 'item', message: 'breaks off' },
    ])
  })

  it('keeps the whole items of a feed that breaks off', async () => {
    const whole = rss(`<title>Odd</title>${item('1', 'One')}${item('2', 'Two', '<description>Long words about it</description>')}`)
    for (let length = whole.indexOf('Two'); length < whole.indexOf('</item></channel>'); length += 7) {
      const { report, episodes } = await importFeed(whole.slice(0, length), `${url}/6`)
      expect([...episodes.keys()]).toEqual(['1'])
      expect(report).toMatchObject({ read: 2, rejected: 1 })
      expect(report.problems).toHaveLength(2)
    }
  })

  it('takes out what cannot be seen, and keeps what only looks like markup', async () => {
    const { episodes } = await importFeed(
      rss(
        `<title>Odd</title>${item('1', 'The &lt;video&gt; tag\u0000\u202E &#x200B;now', '<description><![CDATA[</item> is how an item ends]]></description>')}`,
      ),
      `${url}/7`,
    )
    expect(episodes.get('1')).toMatchObject({ title: 'The <video> tag now', description: 'is how an item ends' })
  })
})
