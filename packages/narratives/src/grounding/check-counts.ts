import type { IndexedFact } from './fact-index.js'
import { within, type NameMention, type NumberMention } from './mentions.js'
import type { Reading } from './reading.js'

/** What a count of plays is a count of, by the kind of fact. */
const objects: Readonly<Record<string, readonly string[]>> = {
  'artist-plays': ['artist'],
  'release-plays': ['release'],
  'label-plays': ['label'],
  'tag-plays': ['tag'],
  'show-plays': ['show'],
  'topic-plays': ['topic'],
}
const playNouns = new Set('play plays listen listens spin spins times time track tracks song songs'.split(' '))
const joining = new Set('of from to by on'.split(' '))
const fillers = new Set('the its their his her track tracks song songs release record releases records artist label'.split(' '))
const hearing = new Set('played play heard'.split(' '))
const having = new Set('has have had got'.split(' '))

function keyAt(reading: Reading, index: number): string {
  const token = reading.tokens[index]
  return token === undefined || token.role === 'name' || token.role === 'quotation' ? '' : token.key
}

function isOwner(reading: Reading, name: NameMention): boolean {
  return reading.tokens[name.last]?.possessive === true
}

/** "N plays of NAME", "N of NAME": the name behind the count. */
function objectBehind(reading: Reading, number: NumberMention): NameMention | undefined {
  let index = number.last + 1
  while (playNouns.has(keyAt(reading, index))) index += 1
  if (!joining.has(keyAt(reading, index))) return undefined
  index += 1
  while (fillers.has(keyAt(reading, index)) || /^["“‘]$/u.test(reading.tokens[index]?.text ?? '') || joining.has(keyAt(reading, index))) index += 1
  return reading.names.find((name) => name.first === index)
}

/** "N NAME plays": the name between the count and its noun. */
function objectWithin(reading: Reading, number: NumberMention): NameMention | undefined {
  const name = reading.names.find((candidate) => candidate.first === number.last + 1)
  return name !== undefined && playNouns.has(keyAt(reading, name.last + 1)) ? name : undefined
}

/** "played tracks of NAME N times": the last name between the verb and the count. */
function objectBefore(reading: Reading, number: NumberMention): NameMention | undefined {
  const clause = reading.clauseOf(number)
  const name = reading.names.findLast((candidate) => candidate.last < number.first && within(candidate, clause))
  if (name === undefined || !/^(?:times|time|once|twice|thrice)$/u.test(keyAt(reading, number.last + 1) || (reading.tokens[number.first]?.key ?? '')))
    return undefined
  const between = reading.tokens.slice(name.last + 1, number.first)
  let index = name.first - 1
  while (fillers.has(keyAt(reading, index)) || joining.has(keyAt(reading, index)) || /^["“‘]$/u.test(reading.tokens[index]?.text ?? '')) index -= 1
  const governs = hearing.has(keyAt(reading, index)) || keyAt(reading, index) === 'and' || index < clause.first
  return governs && between.every((token) => token.kind === 'mark' || token.role === 'date' || ['in', 'in', 'over'].includes(token.key)) ? name : undefined
}

/** "NAME has had N plays": whoever has them, also from the clause before. */
function holderOf(reading: Reading, number: NumberMention): NameMention | undefined {
  let index = number.first - 1
  if (!having.has(keyAt(reading, index)) || !playNouns.has(keyAt(reading, number.last + 1))) return undefined
  while (having.has(keyAt(reading, index)) || ['alone', 'itself'].includes(keyAt(reading, index))) index -= 1
  const direct = reading.names.find((name) => name.last === index)
  if (direct !== undefined) return direct
  return keyAt(reading, index) === 'and' || reading.tokens[index]?.text === ',' ? reading.names.findLast((name) => name.last < index) : undefined
}

function isObject(name: NameMention, fact: IndexedFact): boolean {
  const keys = objects[fact.fact.property] ?? []
  return keys.some((key) => name.names.some((form) => form.value === fact.fact.values[key]))
}

/** "39 plays of such releases": releases that bear a tag. */
function isOfReleases(reading: Reading, number: NumberMention): boolean {
  let index = number.last + 1
  while (playNouns.has(keyAt(reading, index))) index += 1
  if (!['of', 'from'].includes(keyAt(reading, index))) return false
  return keyAt(reading, index + 1) === 'releases' || (keyAt(reading, index + 1) === 'such' && keyAt(reading, index + 2) === 'releases')
}

/** "the NAME episodes that you finished": the part, not the whole. */
function isFinishedPart(reading: Reading, number: NumberMention): boolean {
  const noun = reading.tokens.findIndex((token, index) => index > number.last && index < number.last + 8 && token.role === null && token.key === 'episodes')
  const that = keyAt(reading, noun + 1) === 'that' ? 1 : 0
  return noun > 0 && keyAt(reading, noun + 1 + that) === 'you' && keyAt(reading, noun + 2 + that) === 'finished'
}

/** A count is said of what it counts: plays of a release are not those of its artist, and what you finished is not what you played. */
export function checkCounts(reading: Reading): void {
  for (const number of reading.numbers) {
    const support = reading.supports.find((entry) => entry.first === number.first && entry.last === number.last)
    const facts = reading.facts.filter((fact) => support?.factIds.includes(fact.fact.id) === true)
    if (facts.length === 0) continue
    if (
      number.of === null &&
      isFinishedPart(reading, number) &&
      !facts.some((fact) => fact.quantities.some((own) => own.role === 'count' && own.value === number.value))
    )
      reading.refuse('number', `${reading.textOf(number)} is not what you finished in the cited facts`, number)
    if (!facts.every((fact) => objects[fact.fact.property] !== undefined)) continue
    const name = [objectWithin, objectBehind, objectBefore, holderOf].map((find) => find(reading, number)).find((found) => found !== undefined)
    if (name !== undefined && !isOwner(reading, name) && !facts.some((fact) => isObject(name, fact)))
      reading.refuse('number', `${reading.textOf(number)} is not said of ${reading.textOf(name)} in the cited facts`, number)
    else if (name === undefined && isOfReleases(reading, number) && !facts.some((fact) => fact.fact.property === 'tag-plays'))
      reading.refuse('number', `${reading.textOf(number)} counts no plays of such releases in the cited facts`, number)
  }
}
