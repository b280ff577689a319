import type { NameMention } from './mentions.js'
import type { Reading } from './reading.js'

/** Nouns of the field, in the plural: as the bare subject of a clause they would be a name that no fact holds. */
const bareNouns = new Set('titles tracks songs records releases episodes shows names chapters podcasts artists labels'.split(' '))
const finite = new Set('is was has had came comes went'.split(' '))

function isSame(left: NameMention, right: NameMention): boolean {
  return left.names.some((form) => right.names.some((other) => other.value === form.value && other.role === form.role))
}

/** "both A and A", "A, A": what is put in a row differs. */
function checkRows(reading: Reading): void {
  for (const left of reading.names) {
    const right = reading.names.find((name) => name.first > left.last)
    if (right === undefined || !isSame(left, right)) continue
    const between = reading.tokens.slice(left.last + 1, right.first).filter((token) => !/^["“”‘’]$/u.test(token.text))
    const joined = between.length > 0 && between.every((token) => token.role !== 'name' && ['and', 'or', ',', '&'].includes(token.key))
    if (joined && !(left.names.some((form) => form.role === 'artist') && left.names.some((form) => ['title', 'release'].includes(form.role))))
      reading.refuse('relation', `${reading.textOf(right)} stands twice in a row`, right)
  }
}

/** "from 0:45 to 0:45": an interval has two ends. */
function checkIntervals(reading: Reading): void {
  for (const end of reading.durations.filter((mention) => mention.clock && reading.tokens[mention.first - 1]?.key === 'to')) {
    const start = reading.durations.find((mention) => mention.clock && mention.last === end.first - 2)
    if (start === undefined || reading.tokens[start.first - 1]?.key !== 'from') continue
    const stated = reading.facts.some(
      (fact) =>
        fact.times.some((time) => time.point && matches(time.milliseconds, start.milliseconds)) &&
        fact.times.some((time) => time.point && time.milliseconds > start.milliseconds + 999 && matches(time.milliseconds, end.milliseconds)),
    )
    if (!stated) reading.refuse('relation', `no cited fact runs from ${reading.textOf(start)} to ${reading.textOf(end)}`, end)
  }
}

function matches(known: number, said: number): boolean {
  return Math.floor(known / 1_000) === Math.floor(said / 1_000)
}

/** "Titles came out on LABEL": a bare noun is nobody. */
function checkBareSubjects(reading: Reading): void {
  for (const clause of [{ first: 0 }, ...reading.clauses]) {
    const [noun, verb] = [reading.tokens[clause.first], reading.tokens[clause.first + 1]]
    const ends = verb === undefined || (verb.role === 'mark' && /^[,.;]$/u.test(verb.text))
    if (
      noun !== undefined &&
      noun.capital &&
      noun.role !== 'name' &&
      bareNouns.has(noun.key) &&
      (ends || (verb?.role !== 'name' && finite.has(verb?.key ?? '')))
    )
      reading.refuse('name', `${noun.text} names nothing of the cited facts`, { first: clause.first, last: clause.first })
  }
}

/** "NAME, the title track": the track, also where the record is called so; no plays of it are known. */
function checkTitleTrack(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (token.role === 'name' || token.key !== 'title' || reading.tokens[index + 1]?.key !== 'track') continue
    const clause = [
      reading.clauses.findLast((other) => other.last < index - 1),
      reading.clauseOf({ first: index }),
      reading.clauses.find((other) => other.first > index),
    ]
    const counted = reading.numbers.find(
      (number) => number.unit === 'play' && clause.some((part) => part !== undefined && number.first >= part.first && number.last <= part.last),
    )
    if (counted !== undefined) reading.refuse('listening', 'no cited fact counts your plays of the track', counted)
  }
}

/** Two that are told apart are two: names in a row, ends of an interval; and a bare noun is no name. */
export function checkIdentity(reading: Reading): void {
  checkRows(reading)
  checkIntervals(reading)
  checkBareSubjects(reading)
  checkTitleTrack(reading)
}
