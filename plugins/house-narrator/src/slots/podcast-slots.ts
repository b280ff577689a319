import type { FactValue, NarrativeFact } from '@linernotes/narrative-sdk'
import type { LanguageRules, Wording } from '../language.js'
import { fromFact } from './catalogue-slots.js'
import { readCount, readName, sayName, type SlotContext, type SlotFamilies } from './fact-reader.js'

/** 'pop!_os' is a tag, and nothing to say. */
const readSpeakable = (value: FactValue | undefined) => {
  const said = readName(value)
  return said === null || /[!_#]/u.test(said) ? null : said
}

/** Of one thing a share is no share. */
const shareOfPlayed = (part: number | null, whole: number | null, rules: LanguageRules): Wording | null => {
  if (part === null || whole === null || whole < 2 || part > whole) return null
  return part === whole ? rules.whole(whole) : rules.share(part, whole)
}

/** What a show calls its formats: nobody follows "extras". */
const formats = new Set(
  'bonus brunch community episode episodes extra extras feedback interview interviews news podcast review show special specials trailer'.split(' '),
)
const isSeries = (topic: string, { request: { item } }: SlotContext): boolean => {
  const name = topic.toLowerCase()
  return formats.has(name) || name === item.by.toLowerCase() || item.title.toLowerCase().startsWith(`${name}:`)
}

interface TopicPlays {
  readonly id: string
  readonly topic: Wording
  readonly share: Wording
}

/** Topics of which the listener finished something, those of the first reason first. */
function topicsOf(context: SlotContext): readonly TopicPlays[] {
  const texts = context.request.facts.flatMap(({ values }) => [values['title'], values['quote'], values['name']]).filter((text) => typeof text === 'string')
  return context.facts('topic-plays').flatMap(({ id, values }: NarrativeFact) => {
    const topic = readSpeakable(values['topic'])
    const share = shareOfPlayed(readCount(values['finished']), readCount(values['of']), context.rules)
    return topic === null || share === null || isSeries(topic, context) ? [] : [{ id, topic: context.rules.topic(topic, texts), share }]
  })
}

/** Episodes that the listener heard to the end, of those that were played. */
export const podcastSlots: SlotFamilies = {
  showplays: fromFact('show-plays', (values, { rules }) => ({
    show: sayName(readSpeakable(values['show'])),
    share: shareOfPlayed(readCount(values['finished']), readCount(values['of']), rules),
  })),
  topicplays: (context) => {
    const [one] = topicsOf(context)
    return one === undefined ? null : { factIds: [one.id], slots: { topic: one.topic, share: one.share } }
  },
  /** Two topics of the first reason. */
  topicpair: (context) => {
    const first = new Set(context.request.reasons[0]?.factIds)
    const [one, other] = topicsOf(context).filter(({ id }) => first.has(id))
    if (one === undefined || other === undefined) return null
    return { factIds: [one.id, other.id], slots: { topic: one.topic, share: one.share, other: other.topic, otherShare: other.share } }
  },
}
