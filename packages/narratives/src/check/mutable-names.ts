import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { factNames } from '../grounding/fact-names.js'
import type { FactName, NameRole } from '../grounding/mentions.js'
import { isWord, tokenize } from '../grounding/token.js'
import type { Corpus, CorpusEntry } from './corpus.js'
import { isCitation, type MutablePlace } from './mutation.js'

/** Names that can stand in each other's place. */
const classes: Readonly<Partial<Record<NameRole, string>>> = {
  artist: 'artist',
  anchor: 'artist',
  target: 'artist',
  'original-artist': 'artist',
  person: 'person',
  title: 'title',
  original: 'title',
  release: 'release',
  label: 'label',
  show: 'show',
  chapter: 'chapter',
  country: 'country',
}

export interface NamePool {
  readonly byClass: ReadonlyMap<string, readonly string[]>
}

const knownKeys = new Map<string, string>()

/** Words of a name, which are asked for thousands of times. */
function keysOf(name: string): string {
  const known = knownKeys.get(name)
  if (known !== undefined) return known
  const keys = readKeys(name)
  knownKeys.set(name, keys)
  return keys
}

function readKeys(name: string): string {
  return tokenize(name)
    .filter(isWord)
    .map((token) => token.key)
    .join(' ')
}

function wholeNames(facts: readonly NarrativeFact[]): FactName[] {
  return facts.flatMap((fact) => factNames(fact)).filter((name) => classes[name.role] !== undefined)
}

/** Every name of the corpus, by what it is a name of. */
export function poolNames(corpus: Corpus): NamePool {
  const byClass = new Map<string, Set<string>>()
  for (const name of corpus.briefs.flatMap((brief) => wholeNames(brief.facts))) {
    const kind = classes[name.role] ?? ''
    if (name.form === name.value) byClass.set(kind, (byClass.get(kind) ?? new Set()).add(name.value))
  }
  return { byClass: new Map([...byClass].map(([kind, names]) => [kind, [...names].toSorted()])) }
}

/** The same thing under another of its names, or one inside the other: no other claim. */
function isSame(left: string, right: string): boolean {
  const [a, b] = [` ${keysOf(left)} `, ` ${keysOf(right)} `]
  return a.includes(b) || b.includes(a)
}

/** Put in each other's place these may leave a text true: a track and its release share most facts, a remix is one of a title and of its artist. */
const kin: readonly string[] = ['title', 'release', 'label']

function isKin(left: string, right: string, facts: readonly NarrativeFact[]): boolean {
  if (kin.includes(left) && kin.includes(right)) return true
  return facts.some(({ property }) => property === 'remix-of') && ['title', 'artist'].includes(left) && ['title', 'artist'].includes(right)
}

/** A name alone between commas says nothing of what it is: any name of the item may stand there. */
function isBare(text: string, start: number, end: number): boolean {
  return /[,:] $/u.test(text.slice(0, start)) && /^(?:[,.]| \[F)/u.test(text.slice(end))
}

/** "3:27 of NAME", "seventy minutes of NAME": the length of the item is also that of its artist or show there. */
function isMeasured(text: string, start: number): boolean {
  return /(?:\d:\d\d|minutes|seconds|hours?) of [“"]?$/u.test(text.slice(0, start))
}

/** "NAME's record": the artist's is the label's, too. */
function isOwner(text: string, end: number): boolean {
  return /^['’]s /u.test(text.slice(end))
}

/** "NAME put out the record": its artist did, and its label. */
function isMaker(text: string, end: number): boolean {
  return /^ (?:put out|released|issued|brought out)\b/u.test(text.slice(end))
}

/** Chapters in a row that says neither when they begin nor which comes first: any of the episode may stand there. */
function isUntimed(text: string): boolean {
  return /\b(?:before|after) (?:both|them|all)\b/iu.test(text) || !/\d:\d\d|\b(?:first|last|before|after|then|later|earlier|opens?|minutes?)\b/iu.test(text)
}

/** Names of the brief as they stand in the text, longest first, with others of the same class, and all others of the same brief. */
export function mutableNames(entry: CorpusEntry, pool: NamePool): MutablePlace[] {
  const names = wholeNames(entry.facts).toSorted((left, right) => right.form.length - left.form.length)
  const own = names.filter((name) => name.form === name.value)
  const places: MutablePlace[] = []
  for (const form of new Set(names.map((name) => name.form))) {
    const bearers = names.filter((name) => name.form === form)
    const values = bearers.map((name) => name.value)
    for (let start = entry.text.indexOf(form); start >= 0; start = entry.text.indexOf(form, start + form.length)) {
      const end = start + form.length
      const inside = /[\p{L}\p{N}]/u
      if (inside.test(entry.text[start - 1] ?? ' ') || inside.test(entry.text[end] ?? ' ') || isCitation(entry.text, start)) continue
      if (places.some((place) => start < place.end && end > place.start)) continue
      const kinds = bearers.map((name) => classes[name.role] ?? '')
      const near = own.filter((name) => {
        const kind = classes[name.role] ?? ''
        if (kind === 'chapter' && kinds.includes('chapter') && isUntimed(entry.text)) return false
        if ((isOwner(entry.text, end) || isMaker(entry.text, end)) && ['artist', 'label', 'show'].includes(kind) && !kinds.includes(kind)) return false
        if (kind === 'artist' && kinds.includes('release') && entry.text.slice(0, start).endsWith(' from ')) return false
        const open = isBare(entry.text, start, end) || isMeasured(entry.text, start)
        return kinds.includes(kind) || (!open && !kinds.some((other) => isKin(other, kind, entry.facts)))
      })
      const alike =
        kinds.includes('chapter') && isUntimed(entry.text) ? new Set(own.filter(({ role }) => role === 'chapter').map(({ value }) => value)) : new Set()
      const others = [...kinds.flatMap((kind) => pool.byClass.get(kind) ?? []), ...near.map((name) => name.value)]
      places.push({
        kind: 'name',
        start,
        end,
        others: [...new Set(others)].filter((other) => !alike.has(other) && !isSame(other, form) && !values.some((value) => isSame(other, value))),
      })
    }
  }
  return places
}
