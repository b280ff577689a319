import { computed, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

/** How many tags the release of the item has; null where nothing says so. */
function tagsOf(match: Match): number | null {
  const release = match.facts.find(({ fact }) => fact.property === 'release' && fact.values['title'] === match.item?.fact.values['title'])?.fact.values[
    'release'
  ]
  const tags = match.facts.find(({ fact }) => fact.property === 'release-tags' && fact.values['release'] === release)?.fact.values['tags']
  return Array.isArray(tags) ? tags.length : null
}

/** The tags that stand before the match, as many as are counted: all that there are, less `more` others. */
function counted(more: boolean): (match: Match) => string[] | null {
  return (match) => {
    const said = [...new Map(match.all('g').map((slot) => [slot.values[0], slot])).values()]
    const [count, all] = [match.slot('n')?.value ?? null, tagsOf(match)]
    if (count === null || all === null || said.length === 0) return null
    return (more ? said.length + count : count) === all && (more || said.length === count) ? said.map(({ text }) => `The release is tagged ${text}`) : null
  }
}

const row = '{g}(?:(?:,|,? and) ⟨#g\\d+⟩)*'
const of = '(?:for|of|on|describe|fit|name) (?:(?:one|a|an|the|this|its) |⟨#n\\d+⟩ )?'
const noun = '(?:release|record|compilation)'

/** "Five tags for one release", "and four more tags". English. */
export const tagCounts: readonly ParaphraseRule[] = [
  computed(`${row}[:,] (?:these are |those are |the )?{n} tags ${of}{y} ${noun}`, counted(false), 'the {y} release', 'g n y'),
  computed(`${row}[:,] (?:these are |those are |the )?{n} tags ${of}${noun}`, counted(false), 'the release', 'g n'),
  computed(`${row},? and {n} (?:more|other) tags ${of}{L} ${noun}`, counted(true), 'the {L} release', 'g n L'),
  computed(`${row},? and {n} (?:more|other) tags ${of}${noun}`, counted(true), 'the release', 'g n'),
]
