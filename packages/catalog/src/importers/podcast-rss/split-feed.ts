import { ImportFormatError } from '../../import-report.js'

/** A piece of XML; `masked` has the same length, with blanks for comments and CDATA, so that only real markup is found in it. */
export interface XmlPiece {
  readonly xml: string
  readonly masked: string
}

export interface SplitFeed {
  /** The document without its items. */
  readonly channel: string
  /** Items in their order, by number from 1; null: the item breaks off. */
  readonly items: ReadonlyMap<number, XmlPiece | null>
  /** Start tags of rss and channel, with the namespaces they declare. */
  readonly head: string
  /** Whether the document ends as it should. */
  readonly isWhole: boolean
}

const startTag = String.raw`(?:\s+[^\s=<>"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*>`
const root = new RegExp(String.raw`<rss${startTag}\s*<channel${startTag}`, 'i')

/** Cuts an RSS document into its channel and its items, so that one broken item costs that item only. */
export function splitFeed(xml: string, place: string): SplitFeed {
  const masked = xml.replaceAll(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g, (match) => ' '.repeat(match.length))
  checkRoot(masked, place)
  const head = root.exec(masked)
  if (head === null) throw new ImportFormatError(`${place}: not a whole RSS 2.0 feed (expected <rss> with a <channel>)`)

  const items = new Map<number, XmlPiece | null>()
  const outside: string[] = []
  let end = 0
  for (const { start, close } of findItems(masked)) {
    outside.push(xml.slice(end, start))
    items.set(items.size + 1, close === null ? null : { xml: xml.slice(start, close), masked: masked.slice(start, close) })
    end = close ?? nextItem(masked, start + 1) ?? xml.length
  }
  const isWhole = /<\/rss\s*>\s*$/i.test(masked.trimEnd())
  return { channel: `${outside.join('')}${xml.slice(end)}${isWhole ? '' : '</channel></rss>'}`, items, head: head[0], isWhole }
}

function checkRoot(masked: string, place: string): void {
  if (/<!ENTITY/i.test(masked) || /<!DOCTYPE[^>]*\[/i.test(masked)) throw new ImportFormatError(`${place}: refused, because it declares entities of its own (a DTD); a feed needs none`)
  const name = /<([A-Za-z_][\w.:-]*)/.exec(masked.replaceAll(/<[?!][^>]*>/g, ''))?.[1]?.toLowerCase()
  if (name === 'rss') return
  const found = name === undefined ? 'no XML' : name === 'feed' ? 'an Atom feed' : name === 'rdf:rdf' ? 'RSS 1.0' : `a document that begins with <${name.slice(0, 40)}>`
  throw new ImportFormatError(`${place}: not an RSS 2.0 feed (found ${found})`)
}

const itemStart = /<item(?=[\s>/])/gi

function nextItem(masked: string, from: number): number | null {
  itemStart.lastIndex = from
  return itemStart.exec(masked)?.index ?? null
}

/** Where items start, and where they close; null: the item breaks off before the next one, or at the end. */
function* findItems(masked: string): Generator<{ readonly start: number; readonly close: number | null }> {
  const itemClose = /<\/item\s*>/gi
  let start = nextItem(masked, 0)
  while (start !== null) {
    const next = nextItem(masked, start + 1)
    itemClose.lastIndex = start
    const match = itemClose.exec(masked)
    const close = match === null || (next !== null && match.index > next) ? null : itemClose.lastIndex
    yield { start, close }
    start = next
  }
}
