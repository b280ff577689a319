import type { PersonColumn } from '@linernotes/database'
import { cleanText } from '../../clean-text.js'
import type { Advisory } from '../../entities.js'
import { UNREADABLE } from '../../files/read-text.js'
import { nameKey } from '../../name-key.js'
import type { XmlPiece } from './split-feed.js'

/** What an index of PostgreSQL holds, with room for what stands beside it. */
const MOST_INDEXED_BYTES = 2_000

/** Text of a line; null: there is none, it cannot be read, or it is too long to be what it should be. */
export function lineText(text: string | undefined, mostCharacters = 300): string | null {
  const clean = cleanText(text ?? '')
  return clean === '' || clean.length > mostCharacters || clean.includes(UNREADABLE) ? null : clean
}

/** Whether a text may be a key of an index. */
export function isIndexable(text: string): boolean {
  return Buffer.byteLength(text) <= MOST_INDEXED_BYTES && Buffer.byteLength(nameKey(text)) <= MOST_INDEXED_BYTES
}

/** An http(s) URL; anything else is unknown. */
export function webUrl(text: string | undefined): string | null {
  const url = lineText(text, MOST_INDEXED_BYTES)
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) && isIndexable(url) ? url : null
}

interface FeedPerson {
  readonly display?: string
  readonly role?: string
  readonly group?: string
  readonly img?: string
  readonly href?: string
}

/** podcast:person; without a role somebody is a host, without a group of the cast (podcast namespace, person). */
export function toPeople(persons: readonly FeedPerson[] | undefined): PersonColumn[] {
  return (persons ?? []).slice(0, 100).flatMap((person) => {
    const name = lineText(person.display)
    if (name === null) return []
    return {
      name,
      role: (lineText(person.role) ?? 'host').toLowerCase(),
      group: (lineText(person.group) ?? 'cast').toLowerCase(),
      image: webUrl(person.img),
      url: webUrl(person.href),
    }
  })
}

/** The text of the first element with this local name, whatever its prefix. */
export function elementText({ xml, masked }: XmlPiece, localName: string): string | null {
  const match = new RegExp(String.raw`<([\w.-]+:${localName})(?:\s[^<>]*)?>([^<]*)</\1\s*>`, 'i').exec(masked)
  if (match === null) return null
  const content = match.index + match[0].indexOf('>') + 1
  return xml
    .slice(content, content + (match[2] ?? '').length)
    .replaceAll(/<!--[\s\S]*?-->|<!\[CDATA\[|\]\]>/g, '')
    .trim()
}

/** itunes:explicit in its old and new words. */
export function toAdvisory(text: string | null): Advisory {
  if (text !== null && /^(yes|true|explicit)$/i.test(text)) return 'explicit'
  return text !== null && /^(no|false|clean)$/i.test(text) ? 'clean' : 'unknown'
}
