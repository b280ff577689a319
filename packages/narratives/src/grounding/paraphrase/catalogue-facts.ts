import type { IndexedFact } from '../fact-index.js'

/** What the cited facts say of the item, its release and its label, as one: they hold together. */
export function catalogueFacts(facts: readonly IndexedFact[]): IndexedFact[] {
  const item = facts.find(({ fact }) => fact.property === 'item')
  const title = item?.fact.values['title']
  const release = facts.find(({ fact }) => fact.property === 'release' && fact.values['title'] === title)
  const label = facts.find(({ fact }) => fact.property === 'label' && (release === undefined || fact.values['release'] === release.fact.values['release']))
  const length = facts.find(({ fact }) => fact.property === 'track-length' && fact.values['title'] === title)
  const parts = [item, release, label, length].filter((part) => part !== undefined)
  const [first] = parts
  if (item === undefined || first === undefined || item.fact.values['show'] !== null) return []
  const values = Object.assign({}, ...parts.map(({ fact }) => fact.values)) as IndexedFact['fact']['values']
  const join = (property: string, of: readonly IndexedFact[], own: IndexedFact['fact']['values']): IndexedFact => ({
    ...first,
    fact: { ...first.fact, id: of.map(({ fact }) => fact.id).join(' '), property, values: own },
  })
  const tags = facts.find(({ fact }) => fact.property === 'release-tags' && fact.values['release'] === release?.fact.values['release'])
  const tagged = [release, label, tags].filter((part) => part !== undefined)
  return [
    join('catalogue', parts, values),
    ...(tags === undefined
      ? []
      : [join('catalogue-tags', tagged, Object.assign({}, ...tagged.map(({ fact }) => fact.values)) as IndexedFact['fact']['values'])]),
  ]
}

/** The first and the last play of an artist, as one: "from March 2018 to August 2020". */
export function spanFacts(facts: readonly IndexedFact[]): IndexedFact[] {
  return facts.flatMap((first) => {
    if (first.fact.property !== 'artist-first-play') return []
    const last = facts.find(({ fact }) => fact.property === 'artist-last-play' && fact.values['artist'] === first.fact.values['artist'])
    if (last === undefined) return []
    const values = { artist: first.fact.values['artist'] ?? null, first: first.fact.values['month'] ?? null, last: last.fact.values['month'] ?? null }
    return [{ ...first, fact: { ...first.fact, id: `${first.fact.id} ${last.fact.id}`, property: 'artist-span', values } }]
  })
}
