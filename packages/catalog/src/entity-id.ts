import { hash } from 'node:crypto'

const prefixes = {
  artist: 'art',
  release: 'rel',
  track: 'trk',
  show: 'shw',
  episode: 'epi',
  segment: 'seg',
  fact: 'fct',
  listener: 'lis',
  evidence: 'evi',
  recommendation: 'rec',
  narrative: 'nar',
  source: 'src',
  'dj-session': 'djs',
  'dj-segment': 'djg',
} as const

export type EntityKind = keyof typeof prefixes

const kinds = new Map<string, EntityKind>(Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind as EntityKind]))
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const LENGTH = 20
const SEPARATOR = '\u001f'
const ESCAPE = '\u001e'

/** The id of a thing, derived from what identifies it: the same parts give the same id on every machine (docs/decisions, "Ids are derived"). */
export function entityId(kind: EntityKind, ...parts: readonly string[]): string {
  const digest = hash('sha256', parts.map(escape).join(SEPARATOR), 'buffer')
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of digest) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5 && text.length < LENGTH) {
      bits -= 5
      text += alphabet[(value >> bits) & 31]
    }
    if (text.length === LENGTH) break
  }
  return `${prefixes[kind]}_${text}`
}

/** A separator within a part, or half a character, which UTF-8 cannot tell from another, must not make two ids one. */
function escape(part: string): string {
  if (part.isWellFormed() && !part.includes(SEPARATOR) && !part.includes(ESCAPE)) return part
  return Array.from(part, (character) =>
    character === SEPARATOR || character === ESCAPE || !character.isWellFormed() ? `${ESCAPE}${character.charCodeAt(0).toString(16)};` : character,
  ).join('')
}

/** What an id is the id of; null: it is none of ours. */
export function entityKind(id: string): EntityKind | null {
  const match = /^([a-z]{3})_[a-z2-7]{20}$/.exec(id)
  return match === null ? null : (kinds.get(match[1] ?? '') ?? null)
}
