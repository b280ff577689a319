import type { NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'
import { cleanLine } from '../clean-line.js'
import type { PhraseBook, PhrasePool } from './phrase.js'

/** One or more facts that may be told together, and the ways in which. */
export interface PlanOption {
  /** As the model writes it: 'plays last'. */
  readonly code: string
  readonly facts: readonly NarrativeFact[]
  /** At least one, each a whole sentence. */
  readonly wordings: readonly string[]
  readonly leastWords: number
  /** Names and numbers that it says. */
  readonly says: ReadonlySet<string>
}

/** What a narrative may be made of. */
export interface PlanMenu {
  /** Why the item was chosen: one of these is told. Empty where nothing is known of the listener. */
  readonly leads: readonly PlanOption[]
  /** What is told beside it. */
  readonly details: readonly PlanOption[]
  /** What the style asks for in any case: the item by its name, a passage. */
  readonly last: PlanOption | null
}

const lastOf: Readonly<Record<NarrativeRequest['style'], readonly string[]>> = { blurb: [], dj: ['item'], pitch: ['transcript', 'description'] }
const unnamed = 'other'
const welcomeMs = 120_000
/** Nobody reads it aloud, and a page may take it for more than a letter. */
const markup = /[[\]<>#*`|]/u

export function planMenu(request: NarrativeRequest, book: PhraseBook): PlanMenu {
  const facts = [...request.facts, ...request.passages]
  const isLiteral = request.refusals.length > 0
  const tell = (pools: readonly PhrasePool[], known: readonly NarrativeFact[]): readonly PlanOption[] =>
    onePerCode(pools.flatMap((pool) => toOption(pool, known, book, isLiteral) ?? [])).filter(({ leastWords }) => leastWords <= request.maxWords)
  const reasonIds = new Set(request.reasons[0]?.factIds)
  const reasonFacts = facts.filter(({ id }) => reasonIds.has(id))
  const others = request.reasons.flatMap(({ factIds }) => facts.filter(({ id }) => factIds.includes(id)))
  const leads = [reasonFacts, others].map((known) => tell(book.leads, known)).find((found) => found.length > 0) ?? []
  const lasts = tell(book.details, facts).filter((option) => lastOf[request.style].includes(option.facts[0]?.property ?? ''))
  const last = lasts.toSorted((one, other) => rank(request, one) - rank(request, other))[0] ?? null
  const taken = new Set([...(last?.facts ?? []), ...leads.flatMap((lead) => lead.facts)])
  const details = [...tell(book.details, facts), ...statements(facts, book)].filter((option) => option.facts.every((fact) => !taken.has(fact)))
  return { leads: mostPersonal(leads), details: mostSpecific(details), last }
}

/** What few items have in common first; what every item has, only where there is nothing else. */
const common = [['track-length', 'episode-length', 'episode-number', 'episode-tags'], ['item']]
const rare = new Set(
  'only-release-by-artist first-release-by-artist only-release-on-label first-release-on-label longest-track compilation nth-release-in-year remix-of guest chapter'.split(
    ' ',
  ),
)

function mostSpecific(details: readonly PlanOption[]): readonly PlanOption[] {
  const isRare = ({ facts: [first] }: PlanOption): boolean => rare.has(first?.property ?? '')
  const special = details.filter((detail) => isRare(detail) || detail.facts.length > 1)
  if (special.some(isRare)) return special
  const without = (properties: readonly string[]): readonly PlanOption[] => details.filter(({ facts: [first] }) => !properties.includes(first?.property ?? ''))
  return [without(common.flat()), without(common[1] ?? [])].find((found) => found.length > 0) ?? details
}

/** What the listener did is told where it can be; both sides of a reason that has two; and of a return, that there was a pause, and how much was played before it. */
function mostPersonal(leads: readonly PlanOption[]): readonly PlanOption[] {
  const wishes: readonly ((fact: NarrativeFact) => boolean)[] = [
    // Shared listeners are a reason of their own: no callback stands in for them.
    ({ property }) => property === 'shared-audience',
    ({ kind }) => kind === 'listening',
    ({ kind }) => kind === 'audience',
    ({ property }) => property === 'artist-last-play',
    ({ property }) => property === 'artist-plays',
  ]
  return wishes.reduce((kept, wish) => {
    const granted = kept.filter((lead) => lead.facts.some(wish))
    return granted.length > 0 ? granted : kept
  }, leads)
}

function toOption(pool: PhrasePool, known: readonly NarrativeFact[], book: PhraseBook, isLiteral: boolean): PlanOption | null {
  const facts = pool.about.flatMap((property) => findFact(known, property) ?? [])
  if (facts.length < pool.about.length) return null
  const all = facts.flatMap((fact) => Object.entries(book.slotsOf(fact)))
  const slots = new Map(all)
  // Two facts that call something by one name, but mean two things, do not belong together.
  if (all.some(([name, text]) => slots.get(name) !== text)) return null
  const wordings = isLiteral ? [facts.map(statementOf).join(' ')] : pool.wordings.flatMap((wording) => fill(wording, slots) ?? [])
  return wordings.length === 0 ? null : makeOption(facts, wordings, book, new Set(slots.values()))
}

/** The first of its kind; of chapters, the first after the welcome. */
function findFact(known: readonly NarrativeFact[], property: string): NarrativeFact | undefined {
  const found = known.filter((fact) => fact.property === property)
  return found.find(({ values }) => typeof values['startMs'] !== 'number' || values['startMs'] > welcomeMs) ?? found[0]
}

/** Facts that no phrase is about are told as they stand. */
function statements(facts: readonly NarrativeFact[], book: PhraseBook): readonly PlanOption[] {
  const strange = facts.filter((fact) => book.names[fact.property] === undefined && cleanLine(fact.statement) !== '')
  return strange.slice(0, 1).map((fact) => makeOption([fact], [statementOf(fact)], book, new Set()))
}

function makeOption(facts: readonly NarrativeFact[], wordings: readonly string[], book: PhraseBook, says: ReadonlySet<string>): PlanOption {
  const code = facts.map(({ property }) => book.names[property] ?? unnamed).join(' ')
  return { code, facts, wordings, says, leastWords: Math.min(...wordings.map(countWords)) }
}

function fill(wording: string, slots: ReadonlyMap<string, string>): string | null {
  const missing = [...wording.matchAll(/\{(\w+)\}/gu)].some(([, name = '']) => !slots.has(name))
  const text = withFullStop(wording.replaceAll(/\{(\w+)\}/gu, (_, name: string) => slots.get(name) ?? ''))
  return missing || markup.test(text) ? null : text
}

function statementOf(fact: NarrativeFact): string {
  return withFullStop(cleanLine(fact.statement))
}

/** A name or a quotation may bring its own. */
function withFullStop(text: string): string {
  const trimmed = text.replace(/([.!?…])\.$/u, '$1')
  return /[.!?…]["”’»]?$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

function onePerCode(options: readonly PlanOption[]): readonly PlanOption[] {
  return [...new Map(options.toReversed().map((option) => [option.code, option])).values()].toReversed()
}

/** What the style prefers, in its order. */
function rank({ style }: NarrativeRequest, { facts }: PlanOption): number {
  return lastOf[style].indexOf(facts[0]?.property ?? '')
}

export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
