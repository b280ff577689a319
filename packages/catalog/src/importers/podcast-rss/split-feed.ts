import { ImportFormatError } from '../../import-report.js'

/** A piece of XML; `masked` has the same length, with blanks for comments and CDATA, so that only real markup is found in it. */
export interface XmlPiece {
  readonly xml: string
  readonly masked: string
}

export interface SplitFeed {
  /** The document without its items. */
  readonly channel: XmlPiece
  /** Items in their order, by number from 1; null: the item breaks off. */
  readonly items: ReadonlyMap<number, XmlPiece | null>
  /** Start tags of rss and channel, with the namespaces they declare. */
  readonly head: string
  /** Whether the document ends as it should. */
  readonly isWhole: boolean
}

const startTag = String.raw`(?:\s+[^\s=<>"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*>`
const root = new RegExp(String.raw`<rss${startTag}\s*<channel${startTag}`, 'i')

/** Cuts an RSS document into its channel and its items, so that one broken item costs that item only. Every search is linear in the size of the document. */
export function splitFeed(document: string, place: string): SplitFeed {
  const maskedDocument = document.replaceAll(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g, (match) => ' '.repeat(match.length))
  checkRoot(maskedDocument, place)
  const head = root.exec(maskedDocument)
  if (head === null) throw new ImportFormatError(`${place}: not a whole RSS 2.0 feed (expected <rss> with a <channel>)`)
  // What stands after the end is not part of the feed.
  const close = /<\/rss\s*>/i.exec(maskedDocument)
  const size = close === null ? document.length : close.index
  const masked = maskedDocument.slice(0, size)

  const items = new Map<number, XmlPiece | null>()
  const outside: XmlPiece[] = []
  const cut = (start: number, stop: number): XmlPiece => ({ xml: document.slice(start, stop), masked: masked.slice(start, stop) })
  let end = 0
  for (const item of findItems(masked)) {
    outside.push(cut(end, item.start))
    items.set(items.size + 1, item.isWhole ? cut(item.start, item.end) : null)
    end = item.end
  }
  outside.push(cut(end, size))
  const ending = close === null ? '</channel></rss>' : '</rss>'
  const join = (side: keyof XmlPiece): string => outside.map((piece) => piece[side]).join('') + ending
  return { channel: { xml: join('xml'), masked: join('masked') }, items, head: head[0], isWhole: close !== null }
}

function checkRoot(masked: string, place: string): void {
  const prolog = masked.slice(0, MOST_PROLOG).replaceAll(/\s+/g, ' ').slice(0, MOST_PROLOG_TEXT)
  if (/<!ENTITY/i.test(masked) || /<!DOCTYPE[^>]*\[/i.test(prolog))
    throw new ImportFormatError(`${place}: refused, because it declares entities of its own (a DTD); a feed needs none`)
  const name = /<([A-Za-z_][\w.:-]*)/.exec(prolog.replaceAll(/<[?!][^>]*>/g, ''))?.[1]?.toLowerCase()
  if (name === 'rss') return
  const found = name === undefined ? 'no XML' : (otherFeeds[name] ?? `a document that begins with <${name.slice(0, 40)}>`)
  throw new ImportFormatError(`${place}: not an RSS 2.0 feed (found ${found})`)
}

const MOST_PROLOG = 500_000
const MOST_PROLOG_TEXT = 10_000
const otherFeeds: Readonly<Record<string, string>> = { feed: 'an Atom feed', 'rdf:rdf': 'RSS 1.0', opml: 'OPML, a list of feeds', html: 'an HTML page' }

/** Items from start to end; one that is not whole ends where the next begins, or with the document. */
function* findItems(masked: string): Generator<{ readonly start: number; readonly end: number; readonly isWhole: boolean }> {
  let start: number | null = null
  for (const { index, 0: tag } of masked.matchAll(/<item(?=[\s>/])|<\/item\s*>/gi)) {
    const closes = tag.startsWith('</')
    if (start !== null) yield { start, end: closes ? index + tag.length : index, isWhole: closes }
    start = closes ? null : index
  }
  if (start !== null) yield { start, end: masked.length, isWhole: false }
}
