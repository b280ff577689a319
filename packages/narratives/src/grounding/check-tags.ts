import { audienceProperties, listeningProperties } from './en/claim-words.js'
import { negations, releaseNouns } from './en/other-words.js'
import type { IndexedFact } from './fact-index.js'
import { within, type Clause, type TagMention } from './mentions.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'

type TagRole = 'release' | 'releases' | 'listening' | 'topic' | 'artist' | 'item'

const topicNouns = new Set('episode episodes show shows podcast podcasts topic topics'.split(' '))
const listeningNouns = new Set('plays play favourites favorites history times played shelf shelves finished'.split(' '))
const artistNouns = new Set('artist artists band act'.split(' '))
const aboutListener = new Set('far you your yours youve history played plays heard shelf shelves'.split(' '))
const joining = new Set([',', '-', '/', 'and'])

/** The noun that a tag describes, with only other tags, dates and commas between. */
function nounAfter(reading: Reading, tag: TagMention): string | null {
  for (const token of reading.tokens.slice(tag.last + 1, tag.last + 9)) {
    if (token.role === null && [releaseNouns, topicNouns, listeningNouns, artistNouns].some((nouns) => nouns.has(token.key))) return token.key
    if (token.role !== 'tag' && token.role !== 'date' && !joining.has(token.key)) return null
  }
  return null
}

/** "Concord, tagged drone", "drone, IDM: the tags of Concord": the name that bears the tags is a release. */
function bearsTags(reading: Reading, tag: TagMention): boolean {
  const before = reading.names.findLast((name) => name.last < tag.first && !name.names.every((form) => form.role === 'label'))
  const name = before ?? reading.names.find((candidate) => candidate.first > tag.last)
  if (name === undefined) return reading.keys({ first: 0, last: tag.first }).includes('released')
  return name.names.some((form) => form.role === 'release')
}

/** What the tag is said of: by its noun, or by the verb that governs it. */
function roleOf(reading: Reading, tag: TagMention): TagRole {
  const noun = nounAfter(reading, tag)
  if (noun !== null && releaseNouns.has(noun)) return noun.endsWith('s') ? 'releases' : 'release'
  if (reading.tokens.some((token) => token.role === null && /^genres?$/u.test(token.key))) return 'artist'
  if (noun !== null) return topicNouns.has(noun) ? 'topic' : artistNouns.has(noun) ? 'artist' : 'listening'
  const clause = reading.clauseOf(tag)
  const earlier = reading.clauses.findLast((other) => other.last < clause.first)
  const carried = earlier !== undefined && clause.last - clause.first < 6 ? reading.keys(earlier).filter((key) => key === 'tag' || key === 'tags') : []
  const keys = [...reading.keys(clause), ...carried]
  const all = reading.keys({ first: 0, last: reading.tokens.length - 1 })
  const release = reading.tokens.find((token, index) => index < tag.first && token.role === null && releaseNouns.has(token.key))
  const listed = all.some((key) => ['tagged', 'tags'].includes(key)) && !all.some((key) => aboutListener.has(key))
  if (listed || keys.some((key) => ['tagged', 'tag', 'tags', 'filed', 'say', 'says'].includes(key))) {
    if (release !== undefined) return release.key.endsWith('s') ? 'releases' : 'release'
    if (keys.includes('filed')) return 'artist'
    if (bearsTags(reading, tag)) return 'release'
  }
  const before = reading.tokens[tag.first - 1]?.key
  if (before === 'about' || before === 'on') return 'topic'
  if (all.some((key) => aboutListener.has(key)) || keys.some((key) => ['share', 'shares', 'people', 'listeners'].includes(key))) return 'listening'
  return 'item'
}

function allows(role: TagRole, { fact }: IndexedFact): boolean {
  const listening = listeningProperties.has(fact.property) || audienceProperties.has(fact.property)
  if (role === 'release') return fact.property === 'release-tags'
  if (role === 'releases') return fact.property === 'release-tags' || listening
  if (role === 'listening') return listening
  if (role === 'topic') return fact.property === 'topic-plays' || fact.property === 'episode-tags' || fact.property === 'no-tag-plays'
  return role === 'artist' ? fact.property === 'artist-genre' : fact.property === 'episode-tags' || fact.property === 'track-tags'
}

/** A release or artist that the clause names has to be the one that bears the tag. */
function sameBearer(reading: Reading, tag: TagMention, fact: IndexedFact): boolean {
  const clause = reading.clauseOf(tag)
  const heading = reading.names.findLast(
    (name) => name.last < tag.first && name.names.some((own) => own.role === 'title') && reading.clauseOf(name).last >= clause.first - 1,
  )
  const alone = heading !== undefined && reading.keys(reading.clauseOf(heading)).length === 0
  const item = reading.item?.fact.values['title']
  if (
    alone &&
    fact.fact.property === 'release-tags' &&
    !heading.names.some(
      (own) =>
        own.value === item ||
        reading.facts.some((other) => other.fact.values['title'] === own.value && other.fact.values['release'] === fact.fact.values['release']),
    )
  )
    return false
  return (['release', 'artist'] as const).every((key) => {
    const value = fact.fact.values[key]
    const named = reading.names.filter((name) => name.first >= clause.first && name.last <= clause.last && name.names.some((own) => own.role === key))
    return typeof value !== 'string' || named.length === 0 || named.some((name) => name.names.some((own) => own.value === value))
  })
}

/** A "no" reaches the tags of its clause, and where there is none the others. */
function isNegated(reading: Reading, tag: TagMention): boolean {
  const denies = (clause: Clause): boolean => reading.keys(clause).some((key) => negations.has(key))
  const clause = reading.clauseOf(tag)
  if (denies(clause)) return true
  return reading.clauses.some((other) => denies(other) && !reading.tags.some((candidate) => within(candidate, other)))
}

/** A word of a cited description or chapter that happens to be a tag, too. */
function isPassage(reading: Reading, tag: TagMention): boolean {
  const words = reading.tokens.slice(tag.first, tag.last + 1).filter((token) => token.kind === 'word')
  const bears = reading.facts.some((fact) => fact.tags.includes(tag.tag))
  if (bears || !reading.facts.some((fact) => fact.fact.property !== 'transcript' && words.every((token) => fact.passageStems.includes(stem(token.key)))))
    return false
  for (const token of words) token.role = null
  return true
}

/** "The One with Jeff Geerling" is about Jeff Geerling, whatever is tagged so. */
function isOfTitle(reading: Reading, tag: TagMention): boolean {
  const title = String(reading.item?.fact.values['title'] ?? '')
  return reading.tokens[tag.first]?.capital === true && title.includes(reading.textOf(tag)) && reading.tokens[tag.first - 1]?.key === 'with'
}

/** Every genre stands in a cited fact, as the tag of what the sentence calls so: a release's tags are not its tracks'. */
export function checkTags(reading: Reading): void {
  for (const tag of reading.tags) {
    if (isPassage(reading, tag) || isOfTitle(reading, tag)) continue
    const negated = isNegated(reading, tag)
    const text = reading.textOf(tag)
    const noun = reading.tokens[tag.last + 1]
    if (noun?.role === null && /^(?:tracks?|songs?)$/u.test(noun.key)) {
      reading.refuse('genre', `${text} describes releases, no tracks`, tag)
      continue
    }
    const bearers = reading.facts.filter((fact) => fact.tags.includes(tag.tag))
    const role = roleOf(reading, tag)
    const facts = bearers.filter((fact) => allows(role, fact) && sameBearer(reading, tag, fact))
    const fitting = facts.filter((fact) => (fact.fact.property === 'no-tag-plays') === negated || (negated && fact.fact.property === 'release-tags'))
    if (fitting.length > 0)
      reading.support(
        tag,
        fitting.map((fact) => fact.fact.id),
      )
    else if (facts.length > 0) reading.refuse('negation', `the cited facts say the opposite about ${text}`, tag)
    else if (bearers.some((fact) => fact.fact.property === 'release-tags')) reading.refuse('genre', `${text} describes the release, nothing else`, tag)
    else
      reading.refuse('genre', bearers.length > 0 ? `${text} describes something else in the cited facts` : `the genre ${text} is not in the cited facts`, tag)
  }
}
