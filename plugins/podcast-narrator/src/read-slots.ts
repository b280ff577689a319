import { cleanName, quoteTitle, topicAsWritten, type FactValue, type NarrativeFact, type NarrativeRequest } from '@linernotes/narrative-sdk'
import { chooseChapters } from './choose-chapters.js'
import { interestOf } from './choose-quote.js'
import type { Quote } from './quote.js'
import { isSeriesName, partOf } from './series.js'
import { answersTitle, isLate, placeOf } from './spoilers.js'
import { clock, day, figure, inWords, monthOf, share, times } from './wording.js'

/** What a slot says, inside a sentence and at its start, and what it rests on. */
export interface Slot {
  readonly text: string
  readonly initial: string
  readonly factIds: readonly string[]
}

const name = (value: FactValue | undefined) => (typeof value === 'string' ? cleanName(value) : null)
const count = (value: FactValue | undefined) => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null)
/** Whose turn it is, but not who. */
const nameless =
  /^(?:speakers?|voices?|unknown|unidentified|guests?|hosts?|co-?hosts?|audience|announcer|narrator|interviewer|interviewee|caller|everyone|man|woman|male|female|q|a)\b|\d|\?|^spk/iu
/** A sentence that goes on from another one, or trails off into what else there is. */
const leaning = /^(?:plus|and|also|then|but|so|or|meanwhile)\b|(?:&|and) more\W*$/iu
/** Below, a share of episodes is no habit. */
const fewestEpisodes = 3
/** Of one episode there is no share. */
function readShare(values: NarrativeFact['values']): { readonly text: string; readonly initial: string; readonly of: number } | null {
  const [finished, of] = [count(values['finished']), count(values['of'])]
  if (finished === null || of === null || finished > of || of < 2) return null
  return { text: share(finished, of), initial: capital(share(finished, of, inWords)), of }
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type SetSlot = (key: string, text: string | null, factIds: readonly string[], initial?: string | null) => void

/** A topic that the listener follows, as people write it; beside it another one of the same reason. What is no topic but a series is said as one. */
function readTopics(facts: readonly NarrativeFact[], request: NarrativeRequest, reasonIds: ReadonlySet<string>, set: SetSlot): void {
  const texts = request.facts.flatMap(({ values }) => [values['title'], values['quote'], values['name']]).filter((text) => typeof text === 'string')
  const read = facts
    .toSorted((one, other) => Number(reasonIds.has(other.id)) - Number(reasonIds.has(one.id)))
    .flatMap(({ id, values }) => {
      const [said, topic] = [readShare(values), name(values['topic'])]
      if (said === null || topic === null || /[!_#]/u.test(topic)) return []
      return [{ id, said, topic: topicAsWritten(topic, texts), isSeries: isSeriesName(topic, request.item) }]
    })
  const topics = read.filter(({ isSeries }) => !isSeries)
  const [first] = topics.length > 0 ? topics : read
  if (first === undefined) return
  const [slot, key] = first.isSeries ? ['seriesShare', 'series'] : first.said.of < fewestEpisodes ? ['fewShare', 'fewTopic'] : ['topicShare', 'topic']
  set(slot, first.said.text, [first.id], first.said.initial)
  set(key, first.topic, [first.id])
  const other = topics.find(({ id }) => id !== first.id && reasonIds.has(id))
  if (other === undefined || first.isSeries || !reasonIds.has(first.id)) return
  set('pairTopic', first.topic, [first.id])
  set('pairShare', first.said.text, [first.id], first.said.initial)
  set('otherTopic', other.topic, [other.id])
  set('otherShare', other.said.text, [other.id], other.said.initial)
}

/** Every slot that phrase data may name, as far as the facts go. A name with a link or markup in it is no slot. */
export function readSlots(request: NarrativeRequest, quote: Quote | null): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>()
  const set = (key: string, text: string | null, factIds: readonly string[], initial = text) => {
    if (text !== null && initial !== null) slots.set(key, { text, initial, factIds })
  }
  const { spoilerFree } = request
  const reasonIds = new Set(request.reasons.flatMap((reason) => reason.factIds))
  const all = (property: string) => request.facts.filter((fact) => fact.property === property)
  const first = (property: string) => all(property).find((fact) => reasonIds.has(fact.id)) ?? all(property)[0]
  const from = (property: string, read: (values: NarrativeFact['values'], ids: readonly string[]) => void) => {
    const fact = first(property)
    if (fact !== undefined) read(fact.values, [fact.id])
  }
  from('item', (values, ids) => {
    const title = name(values['title'])
    set('title', title === null ? null : quoteTitle(title), ids)
    const part = partOf(request.item.title)
    set('part', part === null || part.number < 2 ? null : quoteTitle(part.said), ids)
    set('show', name(values['show']), ids)
  })
  from('show-plays', (values, ids) => {
    const [said, show] = [readShare(values), name(values['show'])]
    if (said === null || said.of < fewestEpisodes || show === null) return
    set('showShare', said.text, ids, said.initial)
    set('playedShow', show, ids)
  })
  readTopics(all('topic-plays'), request, reasonIds, set)
  from('shared-audience', (values, ids) => {
    const listeners = count(values['listeners'])
    set('people', listeners === null ? null : `at least ${figure(listeners)} people`, ids, listeners === null ? null : `At least ${figure(listeners)} people`)
    set('anchor', name(values['anchor']), ids)
    set('target', name(values['target']), ids)
    const played = all('artist-plays').find((fact) => fact.values['artist'] === values['anchor'])
    const [plays, year] = [count(played?.values['plays']), count(played?.values['year'])]
    if (played !== undefined && plays !== null) set('anchorTimes', `${times(plays)}${year === null ? '' : ` in ${year}`}`, [played.id])
  })
  from('few-listeners', (values, ids) => {
    const fewer = count(values['fewerThan'])
    set('fewer', fewer === null ? null : `fewer than ${figure(fewer)}`, ids, fewer === null ? null : `Fewer than ${figure(fewer)}`)
  })
  for (const [property, key] of [
    ['guest', 'guest'],
    ['host', 'host'],
  ] as const) {
    const people = all(property).filter((fact) => name(fact.values['name']) !== null)
    if (people.length === 1) set(key, name(people[0]?.values['name']), [people[0]?.id ?? ''])
  }
  from('episode-date', (values, ids) => {
    set('day', day(String(values['date'])), ids)
    set('month', monthOf(String(values['date'])), ids)
  })
  from('episode-number', (values, ids) => {
    set('number', count(values['number']) === null ? null : String(values['number']), ids)
    set('numberShow', name(values['show']), ids)
  })
  from('description', (values, ids) => {
    const text = name(values['quote'])
    set(
      'description',
      text === null || text.split(' ').length > 30 || /[“”"%$#_*|]/u.test(text) || leaning.test(text) || (spoilerFree && answersTitle(text, request.item.title))
        ? null
        : quoteTitle(text),
      ids,
    )
  })
  from('soundbite', (values, ids) => {
    if (spoilerFree && all('soundbite').every((fact) => isLate(placeOf(fact), request))) return
    const title = name(values['title'])
    set('soundbite', title === null ? null : quoteTitle(title), ids)
    set('soundbiteAt', typeof values['startMs'] === 'number' ? clock(values['startMs']) : null, ids)
  })
  const { asked, around } = interestOf(request)
  const chapters = chooseChapters(request, asked.length > 0 ? asked : around)
  for (const [index, chapter] of chapters.entries()) {
    const key = ['one', 'two'][index] ?? ''
    set(chapters.length === 1 ? 'chapter' : key, quoteTitle(chapter.title), [chapter.id])
    set(chapters.length === 1 ? 'chapterAt' : `${key}At`, clock(chapter.startMs), [chapter.id])
  }
  if (quote !== null) {
    set('quote', `“${quote.text}”${quote.isCutAtPauses ? '.' : ''}`, [quote.factId])
    set('speaker', quote.speaker === null || nameless.test(quote.speaker) ? null : name(quote.speaker), [quote.factId])
    if (!slots.has('speaker')) set('unnamed', '', [quote.factId])
  }
  return slots
}
