import type { Evidence } from '@linernotes/catalog'
import type { Guideline } from './guideline.js'

const key = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const topicKeys = ['tags', 'tag', 'topic', 'genre'] as const
/** Values of facts about episodes that say what they are about. */
const textKeys = ['title', 'quote', 'show'] as const

function stringsAt(evidence: readonly Evidence[], keys: readonly string[]): string[] {
  return evidence.flatMap(({ values }) =>
    keys.flatMap((name) => {
      const value = values[name]
      return typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
    }),
  )
}

/** What evidence speaks of, folded once for all guidelines. */
export interface Topics {
  readonly tags: ReadonlySet<string>
  /** Each between bars, so that no phrase runs over the end of one. */
  readonly tagText: string
  readonly text: string
}

const barred = (texts: Iterable<string>): string => [...texts].map((text) => ` ${text} `).join('|')

/** `spared` are tags that name something else: "death metal" is not about death. */
export function topicsOf(evidence: readonly Evidence[], spared: ReadonlySet<string>): Topics {
  const tags = new Set(stringsAt(evidence, topicKeys).map(key))
  return { tags, tagText: barred(tags.difference(spared)), text: barred(stringsAt(evidence, textKeys).map(key)) }
}

/** A guideline's tags and words, folded once. */
export interface TopicFinder {
  readonly tags: ReadonlySet<string>
  readonly words: readonly string[]
}

export function topicFinder({ tags, words }: Guideline): TopicFinder {
  return { tags: new Set(tags.map(key)), words: words.map((word) => ` ${key(word)} `) }
}

/** Whether a tag is one of the topic's, or holds one of its words. */
export function hasTopic(topics: Topics, { tags, words }: TopicFinder): boolean {
  return !topics.tags.isDisjointFrom(tags) || words.some((word) => topics.tagText.includes(word))
}

/** Whether a title or a passage holds one of the topic's words. */
export function speaksOf({ text }: Topics, { words }: TopicFinder): boolean {
  return words.some((word) => text.includes(word))
}
