import type { FactProperty } from '@linernotes/narrative-sdk'
import { fromFact, sayTitle } from './catalogue-slots.js'
import { readCount, readName, readNames, sayCount, sayName, type SlotContext, type SlotFamilies, type SlotFamily } from './fact-reader.js'

const people =
  (property: FactProperty) =>
  (context: SlotContext): SlotFamily | null => {
    const named = context.facts(property).flatMap((fact) => {
      const name = readName(fact.values['name'])
      return name === null ? [] : [{ id: fact.id, name }]
    })
    if (named.length === 0) return null
    const some = named.slice(0, 3)
    return {
      factIds: some.map((person) => person.id),
      slots: { names: sayName(context.rules.list(some.map((person) => person.name))), name: some.length === 1 ? sayName(some[0]?.name ?? null) : null },
    }
  }

/** Signs that nobody reads aloud and that a client may take for markup. */
const unspeakable = /[%$#_*|[\]]/u
/** A literal sentence may be said when it is a sentence, has no link in it, and is short enough to quote. */
const quote = (value: unknown) => {
  const text = typeof value === 'string' ? readName(value) : null
  return text === null || text.split(' ').length > 30 || unspeakable.test(text) ? null : sayTitle(text)
}

/** Two chapters that follow each other, the ones in the middle first: an opening chapter is a greeting. */
function chapterPair(context: SlotContext): SlotFamily | null {
  const chapters = context
    .facts('chapter')
    .flatMap((fact) => {
      const [title, start] = [readName(fact.values['title']), readCount(fact.values['startMs'])]
      return title === null || start === null ? [] : [{ id: fact.id, title, start }]
    })
    .toSorted((left, right) => left.start - right.start)
  const at = Math.max(0, Math.floor(chapters.length / 2) - 1)
  const [one, two] = [chapters[at], chapters[at + 1]]
  if (one === undefined) return null
  const second = two === undefined || two.title === one.title ? undefined : two
  return {
    factIds: second === undefined ? [one.id] : [one.id, second.id],
    slots: {
      title: second === undefined ? sayTitle(one.title) : null,
      clock: second === undefined ? context.rules.clock(one.start) : null,
      one: second === undefined ? null : sayTitle(one.title),
      oneClock: second === undefined ? null : context.rules.clock(one.start),
      two: second === undefined ? null : sayTitle(second.title),
      twoClock: second === undefined ? null : context.rules.clock(second.start),
    },
  }
}

/** Facts of the catalogue about an episode. */
export const episodeSlots: SlotFamilies = {
  date: fromFact('episode-date', (values, { rules }) => {
    const date = readName(values['date'])
    return { day: date === null ? null : rules.date(date), year: date === null ? null : rules.date(date.slice(0, 4)) }
  }),
  runtime: fromFact('episode-length', (values, { rules }) => {
    const length = readCount(values['durationMs'])
    const said = length === null || length < 500 ? null : length
    return { words: sayCount(said, rules.duration), clock: sayCount(said, rules.clock) }
  }),
  number: fromFact('episode-number', (values) => ({
    show: sayName(readName(values['show'])),
    number: sayName(readCount(values['number'])?.toString() ?? null),
  })),
  guest: people('guest'),
  host: people('host'),
  speaker: people('speaker'),
  topics: fromFact('episode-tags', (values, { rules }) => {
    // Versions and model numbers say little aloud.
    const tags = readNames(values['tags']).flatMap((tag) => (/\d/u.test(tag) ? [] : [rules.topic(tag, []).text]))
    return { list: tags.length === 0 ? null : sayName(rules.list(tags.slice(0, 3))) }
  }),
  notes: fromFact('description', (values) => ({ quote: quote(values['quote']) })),
  chapters: chapterPair,
  bite: fromFact('soundbite', (values, { rules }) => ({
    title: sayTitle(readName(values['title'])),
    clock: sayCount(readCount(values['startMs']), rules.clock),
  })),
  /** The first passage that is short enough to say. */
  said: (context) => {
    const fact = context.facts('transcript').find((passage) => quote(passage.values['quote']) !== null)
    if (fact === undefined) return null
    const { values } = fact
    return {
      factIds: [fact.id],
      slots: {
        quote: quote(values['quote']),
        speaker: sayName(readName(values['speaker'])),
        clock: sayCount(readCount(values['startMs']), context.rules.clock),
      },
    }
  },
}
