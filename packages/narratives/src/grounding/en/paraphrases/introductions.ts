import { computed, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

function spoken(match: Match): { readonly quote: string; readonly speaker: string }[] {
  return match.facts.flatMap(({ fact }) =>
    fact.property === 'transcript' && typeof fact.values['speaker'] === 'string'
      ? [{ quote: String(fact.values['quote']), speaker: fact.values['speaker'] }]
      : [],
  )
}

const bare = (text: string): string =>
  text
    .replaceAll(/[“”"‘’']/gu, '')
    .replace(/[.,;:!?]+$/u, '')
    .trim()

/** "We have Viktor Stanchev, who is a founding engineer": what the speaker says of somebody stands right behind the name. */
function saidOf(match: Match, name: string, speaker: string | null): string[] | null {
  const [who, what] = [match.slot(name)?.values ?? [], bare(match.slot('q')?.text ?? '')]
  const own = speaker === null ? null : (match.slot(speaker)?.values ?? [])
  const found = spoken(match).find(
    ({ quote, speaker: voice }) => (own === null || own.includes(voice)) && who.some((value) => bare(quote).includes(`${value}, who is ${what}`)),
  )
  return found === undefined || what === '' ? null : [`${found.speaker} says: {q}`]
}

const introduces = '(?:introduces|introduced|presents|presented|welcomes|welcomed|announces|announced)'

/** Who introduces whom, and as what. English. */
export const introductions: readonly ParaphraseRule[] = [
  computed(`{P} ${introduces} {P2}(?:,| as)? {q}`, (match) => saidOf(match, 'P2', 'P'), '', 'P P2 q'),
  computed('{P},? (?:(?:heard|speaking) (?:in|on) (?:{T}|{S}|this episode),? )?(?:is|was) {q}', (match) => saidOf(match, 'P', null), '', 'P q T S'),
  computed('{P}, {q}, (?:speaks|talks|is heard)', (match) => saidOf(match, 'P', null), '{P} speaks', 'P q'),
  rule(`{P} ${introduces} {q}`, ['{P} says: {q}']),
]
