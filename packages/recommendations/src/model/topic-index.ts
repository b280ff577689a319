import { addTriplet, compressing, emptyTriplets, rowLength, transposing, type CompressedRows } from './compressed-rows.js'
import { IndexOfStrings } from './index-of-strings.js'
import type { CatalogueIndex } from './catalogue-index.js'
import { findMentions, topicKey } from './find-mentions.js'
import { finish, isStride, type Work } from './in-turns.js'
import type { Rows } from './read-rows.js'

/** What episodes are about. The topics are the tags that episodes carry; untagged episodes are about the topics that their words mention. */
export interface TopicIndex {
  readonly topics: IndexOfStrings
  /** Rows are items (empty for tracks); values 0 to 1, 1 for a tag. */
  readonly itemTopics: CompressedRows
  readonly topicItems: CompressedRows
  /** Inverse document frequency over episodes (Spärck Jones 1972); 0 for topics that only name a show, say that it is a podcast, or are no words. */
  readonly topicRarity: Float32Array
}

const WEIGHT = { tag: 1, title: 0.8, chapter: 0.7, description: 0.5, transcript: 0.5 } as const
/** A transcript that says a topic this often is about it. */
const TRANSCRIPT_MENTIONS = 5
/** A tag on so many episodes of a show says which show it is, not what the episode is about. */
const NAMES_A_SHOW = 0.6
const SHOW_IS_KNOWN_AFTER = 5

export const indexTopics = (rows: Rows, catalogue: CatalogueIndex): TopicIndex => finish(indexingTopics(rows, catalogue))

/** `indexTopics` that can be left off and gone on with: after each episode, whose transcript may take a millisecond. */
export function* indexingTopics(rows: Rows, catalogue: CatalogueIndex): Work<TopicIndex> {
  const topics = new IndexOfStrings(rows.episodeTags.map((row) => row.tag))
  const weights = new Map<number, Map<number, number>>()
  const raise = (item: number, topic: number, weight: number) => {
    const row = weights.get(item) ?? new Map<number, number>()
    weights.set(item, row.set(topic, Math.max(weight, row.get(topic) ?? 0)))
  }

  const tagged = emptyTriplets()
  for (const [index, row] of rows.episodeTags.entries()) {
    if (isStride(index)) yield
    const item = catalogue.items.numberOf(row.episode_id)
    if (item === undefined) continue
    addTriplet(tagged, item, topics.add(row.tag), 1)
    raise(item, topics.add(row.tag), WEIGHT.tag)
  }

  const vocabulary = new Map(topics.strings.map((tag, topic) => [topicKey(tag), topic] as const))
  const chapters = new Map(rows.chapters.map((row) => [row.episode_id, row.titles] as const))
  const transcripts = new Map(rows.transcripts.map((row) => [row.episode_id, row.text] as const))
  for (const episode of rows.episodes) {
    yield
    const item = catalogue.items.numberOf(episode.id)!
    for (const topic of findMentions(episode.title, vocabulary).keys()) raise(item, topic, WEIGHT.title)
    for (const topic of findMentions(chapters.get(episode.id) ?? '', vocabulary).keys()) raise(item, topic, WEIGHT.chapter)
    for (const topic of findMentions(episode.description ?? '', vocabulary).keys()) raise(item, topic, WEIGHT.description)
    for (const [topic, count] of findMentions(transcripts.get(episode.id) ?? '', vocabulary)) {
      if (count > 1) raise(item, topic, WEIGHT.transcript * Math.min(1, count / TRANSCRIPT_MENTIONS))
    }
  }

  const triplets = emptyTriplets()
  for (const [item, row] of weights) for (const [topic, weight] of row) addTriplet(triplets, item, topic, weight)
  const itemTopics = yield* compressing(catalogue.items.size, topics.size, triplets)
  const taggedItems = yield* transposing(yield* compressing(catalogue.items.size, topics.size, tagged))
  const topicItems = yield* transposing(itemTopics)
  return { topics, itemTopics, topicItems, topicRarity: rarities(topics, taggedItems, catalogue, rows.episodes.length) }
}

function rarities(topics: IndexOfStrings, taggedItems: CompressedRows, catalogue: CatalogueIndex, episodes: number): Float32Array {
  return Float32Array.from({ length: taggedItems.rowCount }, (_, topic) => {
    const perShow = new Map<number, number>()
    for (const item of taggedItems.columns.subarray(taggedItems.offsets[topic]!, taggedItems.offsets[topic + 1]!)) {
      const show = catalogue.itemCreators.columns[catalogue.itemCreators.offsets[item]!]!
      perShow.set(show, (perShow.get(show) ?? 0) + 1)
    }
    const namesAShow = perShow.entries().some(([show, count]) => {
      const size = rowLength(catalogue.creatorItems, show)
      return size >= SHOW_IS_KNOWN_AFTER && count / size > NAMES_A_SHOW
    })
    return namesAShow || !isWorded(topics.stringOf(topic)) ? 0 : Math.log(episodes / Math.max(1, rowLength(taggedItems, topic)))
  })
}

/** A topic that can be said: emoji and numbers cannot, and "podcast" says nothing of a podcast. */
function isWorded(topic: string): boolean {
  return /\p{L}{2}/u.test(topic) && !/\bpodcasts?\b/i.test(topic)
}
