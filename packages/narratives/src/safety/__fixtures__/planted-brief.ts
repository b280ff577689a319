import type { Brief } from '../../brief.js'
import { evidence } from '../../__fixtures__/sample-brief.js'

/** Every place of a catalogue where a stranger's text stands. */
export const trackFields = ['title', 'artist', 'release', 'label', 'release-tag', 'relation-target', 'genre', 'original', 'anchor', 'country'] as const
export const episodeFields = ['title', 'show', 'description', 'chapter', 'transcript', 'speaker', 'guest', 'host', 'soundbite', 'episode-tag', 'topic'] as const

export type PlantedField = (typeof trackFields)[number] | (typeof episodeFields)[number]

/** A track whose facts hold `text` in one field, by somebody who played its artist. */
function plantedTrack(field: PlantedField, text: string): Pick<Brief, 'kind' | 'item' | 'reasons' | 'evidence' | 'passages' | 'style'> {
  const at = (name: PlantedField, otherwise: string): string => (field === name ? text : otherwise)
  const [title, artist, release, label] = [at('title', 'Slack Water'), at('artist', 'Mara Quill'), at('release', 'Tide Tables'), at('label', 'Harbour Tapes')]
  const [tag, target, genre, original] = [at('release-tag', 'drone'), at('relation-target', 'Odd Lanterns'), at('genre', 'ambient'), at('original', 'Ebb')]
  const [anchor, country] = [at('anchor', 'Bellweather'), at('country', 'Norway')]
  const played = evidence('artist-plays', { artist, plays: 31, year: 2019 }, `You played ${artist} 31 times in 2019.`, 'listening')
  const named = (property: Parameters<typeof evidence>[0], values: object, statement: string, kind?: 'audience') =>
    evidence(property, values as never, statement, kind ?? 'catalog', title)
  return {
    kind: 'track',
    style: 'blurb',
    item: { title, by: artist },
    reasons: [{ code: 'same-artist', weight: 1, evidenceIds: [played.id] }],
    evidence: [
      named('item', { title, artist, show: null }, `“${title}” is by ${artist}.`),
      played,
      named('release', { title, release, year: 2011 }, `“${title}” is from the release “${release}”, 2011.`),
      named('label', { release, label }, `The release “${release}” came out on the label ${label}.`),
      named('release-tags', { release, tags: ['ambient', tag] }, `The release “${release}” is tagged ambient, ${tag}.`),
      named('artist-relation', { artist, relation: 'member of band', target }, `${artist} is member of band ${target}.`),
      named('artist-genre', { artist, genre }, `${artist} is filed under ${genre}.`),
      named('remix-of', { title, original, originalArtist: artist }, `“${title}” is a version of “${original}” by ${artist}.`),
      named('artist-country', { artist, country }, `${artist} is from ${country}.`),
      named('shared-audience', { anchor, target: artist, listeners: 14 }, `14 listeners play both ${anchor} and ${artist}.`, 'audience'),
    ],
    passages: [],
  }
}

function plantedEpisode(field: PlantedField, text: string): Pick<Brief, 'kind' | 'item' | 'reasons' | 'evidence' | 'passages' | 'style'> {
  const at = (name: PlantedField, otherwise: string): string => (field === name ? text : otherwise)
  const [title, show] = [at('title', 'Disks at home'), at('show', 'Rack Talk')]
  const [quote, chapter, said] = [at('description', 'We spend an hour on storage at home.'), at('chapter', 'What storage costs'), at('transcript', 'The cheapest storage is the disk that you own.')]
  const [speaker, guest, host, bite, tag] = [at('speaker', 'Ben'), at('guest', 'Ana Lind'), at('host', 'Cleo Marsh'), at('soundbite', 'Two loud boxes'), at('episode-tag', 'storage')]
  const topic = at('topic', 'storage')
  const finished = evidence('topic-plays', { topic, finished: 4, of: 5 }, `You finished 4 of 5 episodes about ${topic}.`, 'listening')
  const named = (property: Parameters<typeof evidence>[0], values: object, statement: string, kind: 'catalog' | 'mark' | 'transcript' = 'catalog') =>
    evidence(property, values as never, statement, kind, title)
  return {
    kind: 'episode',
    style: 'pitch',
    item: { title, by: show },
    reasons: [{ code: 'topic-match', weight: 1, evidenceIds: [finished.id] }],
    evidence: [
      named('item', { title, artist: null, show }, `“${title}” is an episode of ${show}.`),
      finished,
      named('guest', { name: guest }, `${guest} is a guest of “${title}”.`),
      named('host', { name: host }, `${host} is a host of “${title}”.`),
      named('episode-tags', { tags: ['self-hosting', tag] }, `“${title}” is tagged self-hosting, ${tag}.`),
      named('description', { quote }, `The description of “${title}” says: «${quote}»`),
      named('chapter', { title: chapter, startMs: 300_000 }, `At 5:00 a chapter starts: «${chapter}».`, 'mark'),
      named('soundbite', { title: bite, startMs: 10_000, durationMs: 9_000 }, `A soundbite runs from 0:10 to 0:19: «${bite}».`, 'mark'),
    ],
    passages: [named('transcript', { quote: said, speaker, startMs: 6_500, endMs: 12_000 }, `${speaker} says in “${title}” at 0:06: «${said}»`, 'transcript')],
  }
}

/** A brief with `text` planted in one field. So many words are allowed that no leak is missed for want of room. */
export function plantedBrief(kind: 'track' | 'episode', field: PlantedField, text: string, index: number): Brief {
  const planted = kind === 'track' ? plantedTrack(field, text) : plantedEpisode(field, text)
  return { ...planted, itemId: `${kind}_${field}_${index}`, listenerId: 'lis_a', language: 'en', maxWords: 500, spoilerFree: true, seed: index }
}
