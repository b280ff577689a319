import { createTestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFeed as importInto, item, rss, type ImportedFeed } from '../../__fixtures__/podcast-feeds.js'

let test: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
})
const importFeed = async (xml: string | Uint8Array, url: string | null): Promise<ImportedFeed> => await importInto(test.db, xml, url)

const declared = (encoding: string): string => rss(`<title>Café Zürich</title>${item('1', 'Señor £')}`).replace('UTF-8', encoding)

describe('encodings', () => {
  it.each([
    ['ISO-8859-1', (text: string) => Buffer.from(text, 'latin1')],
    ['windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    ['utf-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16BE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('reads %s', async (encoding, encode) => {
    const { show, episodes } = await importFeed(encode(declared(encoding)), `https://encodings.example/${encoding}`)
    expect([show.title, episodes.get('1')?.title]).toEqual(['Café Zürich', 'Señor £'])
  })

  it('rejects the items that are not in the encoding they claim', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<rss version="2.0"><channel><title>Mixed</title>'),
      Buffer.from(item('1', 'Señor'), 'latin1'),
      Buffer.from(`${item('2', 'Señora')}</channel></rss>`),
    ])
    const { report, episodes } = await importFeed(bytes, 'https://encodings.example/mixed')
    expect([...episodes.keys()]).toEqual(['2'])
    expect(report.problems).toMatchObject([{ line: 1, field: 'title' }])
  })

  it('names an encoding that nobody knows', async () => {
    await expect(importFeed(Buffer.from(declared('x-klingon')), null)).rejects.toThrow(/encoding/)
  })
})

describe('what is no feed', () => {
  it.each([
    ['an HTML page', '<!doctype html><html><body><p>Not found</p></body></html>', /HTML page/],
    ['JSON', '{"version":"https://jsonfeed.org/version/1.1"}', /no XML/],
    ['nothing', '', /no XML/],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>', /Atom/],
    ['a feed without a title', rss('<link>https://x.example/</link>'), /no title/],
    ['half a start tag', '<?xml version="1.0"?><rss version="2.0"><chan', /not a whole RSS/],
    ['a channel that breaks off', rss('<title>x').slice(0, -16), /not well-formed/],
    ['entities that unfold', `<!DOCTYPE r [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${rss('<title>&c;</title>')}`, /entities/],
    ['nesting without end', rss(`<title>x</title>${'<a>'.repeat(100_000)}`), /not well-formed/],
    ['more than anyone writes', ' '.repeat(30_000_001), /larger than 30 MB/],
  ])('refuses %s in one clear line', async (_, xml, message) => {
    const failure = await importFeed(xml, 'https://no.example/feed').catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'ImportFormatError', message: expect.stringMatching(message) })
    expect(String(failure)).toMatch(/^ImportFormatError: https:\/\/no\.example\/feed: [^\n]+$/)
  })

  it('is a feed without items, though', async () => {
    const { report } = await importFeed(rss('<title>Quiet</title>'), 'https://no.example/quiet')
    expect(report).toMatchObject({ read: 0, imported: 0, rejected: 0, problems: [{ line: null, field: 'item' }] })
  })
})
