import { opinionWords } from './en/opinion-words.js'
import { listeningProperties } from './en/claim-words.js'
import type { NameMention, NameRole } from './mentions.js'
import { within } from './mentions.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'

const listenersDo = new Set('played play plays finished stopped quit dropped heard met found listened listens listen likes loves enjoys'.split(' '))
const labelsDo = new Set('put released issued'.split(' '))
const makersDo = new Set('made wrote recorded'.split(' '))
/** Verbs of ours of which a name may be the subject: they say where it stands, not what it did. */
const stretching = new Set('stretches turns takes brings carries gives leads'.split(' '))
const places = new Set(
  'comes come meets meet leads lead sits sit stands stand holds hold belongs turns runs opens begins starts goes has hand further well back along ahead next here else on company door shelf corner neighbour neighbours'.split(
    ' ',
  ),
)
const things: ReadonlySet<NameRole> = new Set<NameRole>(['title', 'release', 'original', 'chapter', 'show'])

function isAgent(name: NameMention): boolean {
  return !name.names.some((form) => things.has(form.role)) && name.names.some((form) => form.role !== 'country')
}

function hasRole(name: NameMention | undefined, ...roles: readonly NameRole[]): boolean {
  return name?.names.some((form) => roles.includes(form.role)) ?? false
}

/** Who made what: the item by its artist, the original by its own. */
function checkMaking(reading: Reading, index: number): void {
  const mention = { first: index, last: index }
  const maker = reading.names.find((name) => name.last === index - 1)
  if (maker === undefined) {
    if (reading.tokens[index - 1]?.key === 'you' && ['plays', 'play'].includes(reading.tokens[index - 2]?.key ?? '')) return
    if (reading.tokens[index]?.key === 'made' || reading.tokens[index]?.key === 'recorded')
      reading.refuse('relation', `no cited fact says who ${reading.tokens[index]?.text ?? ''} it`, mention)
    return
  }
  const object = reading.names.find((name) => name.first > index && within(name, reading.clauseOf(mention)))
  const original = reading.tokens[index + 2]?.key === 'original' || (hasRole(object, 'original') && !hasRole(object, 'title'))
  const originalMaker = hasRole(maker, 'original-artist')
  const item = reading.item?.fact.values['title']
  const other = object !== undefined && hasRole(object, 'title', 'release') && !object.names.some((form) => form.value === item) && !original
  const itemMaker = hasRole(maker, 'artist', 'remixer', 'person') && !hasRole(maker, 'original-artist')
  if (hasRole(maker, 'title', 'release', 'label') && !itemMaker && !originalMaker) {
    reading.refuse('relation', `no cited fact says that ${reading.textOf(maker)} ${reading.tokens[index]?.text ?? ''} it`, maker)
    return
  }
  if (
    other ||
    (original
      ? !originalMaker || hasRole(maker, 'title')
      : originalMaker && !itemMaker && object === undefined && reading.tokens[index - 2]?.key !== 'which' && !asOriginal(reading, index))
  ) {
    reading.refuse('relation', `no cited fact says that ${reading.textOf(maker)} ${reading.tokens[index]?.text ?? ''} it`, maker)
  }
}

/** "It takes up “Mondeo”, which Hans Tonino recorded." */
function asOriginal(reading: Reading, index: number): boolean {
  return reading.tokens.some((token, at) => at < index && token.key === 'which') && reading.names.some((name) => name.last < index && hasRole(name, 'original'))
}

/** "CM aka Creative put out three releases in 2010", "one of three releases that CM aka Creative put out". */
function countsReleases(reading: Reading, subject: NameMention, verb: number): boolean {
  const fact = reading.facts.find(
    ({ fact: { property, values } }) =>
      ['releases-in-year', 'nth-release-in-year'].includes(property) && subject.names.some((form) => form.value === values['artist']),
  )
  const counted = reading.numbers.some(
    (number) => number.unit === 'release' && Math.min(Math.abs(number.first - verb), Math.abs(subject.first - number.last)) <= 4,
  )
  const object = reading.names.find((name) => name.first === verb + 1 || name.first === verb + 2)
  return fact !== undefined && counted && object === undefined
}

/** Only listeners play, only labels release; what people and artists do beside that is in no fact. */
export function checkVerbs(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind !== 'word' || token.role === 'name' || token.role === 'quotation') continue
    const subject = reading.names.find((name) => name.last === index - 1 && reading.tokens[name.last]?.possessive !== true)
    const next = reading.tokens[index + 1]
    if (makersDo.has(token.key)) checkMaking(reading, index)
    const mover = reading.names.find((name) => name.last === index - 2 && reading.tokens[name.last]?.possessive !== true)
    if (mover !== undefined && ['first', 'last', 'never', 'often'].includes(reading.tokens[index - 1]?.key ?? '') && listenersDo.has(token.key))
      reading.refuse('listening', `no cited fact says that ${reading.textOf(mover)} ${token.text}`, mover)
    if (subject === undefined || isAmong(reading, index)) continue
    const asked = ['did', 'does', 'do', 'will', 'would', 'can', 'could'].includes(reading.tokens[subject.first - 1]?.key ?? '')
    const first =
      asked || subject.first === 0 || /^(?:mark)$/u.test(reading.tokens[subject.first - 1]?.role ?? '') || reading.tokens[subject.first - 1]?.key === 'and'
    const away = token.key === 'dropped' && next?.key === 'out'
    if ((listenersDo.has(token.key) && !away && first && !isNounOfPlays(reading, index)) || (/^shares?$/u.test(token.key) && next?.key === 'your')) {
      reading.refuse('listening', `no cited fact says that ${reading.textOf(subject)} ${token.text}`, subject)
    } else if (labelsDo.has(token.key)) {
      if (!hasRole(subject, 'label') && !countsReleases(reading, subject, index))
        reading.refuse('relation', `no cited fact says that ${reading.textOf(subject)} ${token.text} it`, subject)
    } else if (
      opinionWords.has(token.key) &&
      isAgent(subject) &&
      first &&
      !places.has(token.key) &&
      !(hasRole(subject, 'remixer') && stretching.has(token.key)) &&
      !isQuoting(reading, index) &&
      !isTold(reading, subject, token.key)
    ) {
      reading.refuse('relation', `no cited fact says what ${reading.textOf(subject)} does`, subject)
    }
    const object = reading.names.find((name) => name.first === index + 1)
    if (
      object !== undefined &&
      ['is', 'was', 'are', 'runs', 'holds', 'hold', 'has', 'leads', 'begins', 'opens', 'starts'].includes(token.key) &&
      isAgent(subject) &&
      reading.tokens[object.last]?.possessive !== true
    ) {
      reading.refuse('relation', `no cited fact says that ${reading.textOf(subject)} ${token.text} ${reading.textOf(object)}`, object)
    } else if (object !== undefined && ['is', 'was'].includes(token.key) && reading.tokens[object.last]?.possessive !== true)
      reading.refuse('relation', `no cited fact says that ${reading.textOf(subject)} ${token.text} ${reading.textOf(object)}`, object)
  }
  checkReleasing(reading)
}

/** "Koen Park plays go back to 2016", "does Bitbasic play": the noun, or a question. */
function isNounOfPlays(reading: Reading, index: number): boolean {
  const next = reading.tokens[index + 1]
  const key = reading.tokens[index]?.key
  if (key === 'play') return next === undefined
  return (
    key === 'plays' &&
    (next?.role === 'mark' || next?.role === 'date' || ['go', 'in', 'of', 'since', 'so', 'from', 'by', 'are', 'were'].includes(next?.key ?? ''))
  )
}

/** "Among the fourteen artists on Concord is Synaecide": the order is turned, the claim is not. */
function isAmong(reading: Reading, index: number): boolean {
  const object = reading.names.find((name) => name.first === index + 1)
  return (
    reading.tokens[index]?.key === 'is' &&
    reading.tokens[0]?.key === 'among' &&
    object !== undefined &&
    hasRole(object, 'artist') &&
    reading.facts.some(({ fact }) => fact.property === 'compilation')
  )
}

/** "Jeff Geerling tells us how he got 16 drives": he is still the one named. */
function isOfPronoun(behind: readonly string[], verb: string): boolean {
  return behind.some((word, at) => ['he', 'she', 'they'].includes(word) && behind[at + 1] === stem(verb))
}

/** "Alex moves his photos" where a description says so. */
function isTold(reading: Reading, subject: NameMention, verb: string): boolean {
  const last = stem(subject.names[0]?.keys.at(-1) ?? '')
  return reading.facts.some(
    (fact) =>
      fact.fact.property === 'description' &&
      fact.passageStems.some(
        (own, at) => own === last && (fact.passageStems[at + 1] === stem(verb) || isOfPronoun(fact.passageStems.slice(at + 1, at + 7), verb)),
      ),
  )
}

function isQuoting(reading: Reading, index: number): boolean {
  const says = ['says', 'say', 'asks', 'puts', 'answers'].includes(reading.tokens[index]?.key ?? '')
  if (says && reading.quotations.some((quotation) => quotation.last < index && quotation.last > index - 6)) return true
  return (
    ['says', 'say', 'asks', 'puts', 'answers'].includes(reading.tokens[index]?.key ?? '') &&
    (reading.tokens[index + 1]?.role !== null || reading.tokens[index + 1]?.key === 'that') &&
    reading.quotations.some((quotation) => quotation.first > index && quotation.first <= index + 3)
  )
}

/** "31 tracks since 2021" are tracks that you played, not tracks that came out. */
function checkReleasing(reading: Reading): void {
  for (const number of reading.numbers.filter((candidate) => candidate.difference === null)) {
    const clause = reading.clauseOf(number)
    const keys = reading
      .keys(clause)
      .filter(
        (key, index, all) => !(key === 'came' && (['back', 'from'].includes(all[index + 1] ?? '') || (number.unit === 'play' && all[index + 1] !== 'out'))),
      )
    const support = reading.supports.find((entry) => entry.first === number.first && entry.last === number.last)
    const listening = support?.factIds.some((id) => reading.facts.some((fact) => fact.fact.id === id && listeningProperties.has(fact.fact.property))) ?? false
    if (listening && !keys.includes('you') && keys.some((key) => labelsDo.has(key) || makersDo.has(key) || key === 'came'))
      reading.refuse('listening', `${reading.textOf(number)} counts what you played`, number)
  }
}
