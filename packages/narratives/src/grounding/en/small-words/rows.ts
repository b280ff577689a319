import type { Slot } from '../../paraphrase/mask-sentence.js'
import type { Reading } from '../../reading.js'
import { guard, type Guard } from '../../small-words/guard.js'

/** So many plays of releases with the tag. */
function isOfTag(reading: Reading, count: Slot | undefined, tag?: Slot): boolean {
  return reading.facts.some(
    ({ fact: { property, values } }) =>
      property === 'tag-plays' && values['plays'] === count?.value && (tag === undefined || tag.values.includes(String(values['tag']).toLowerCase())),
  )
}

/** Who stands in a row, beside what, and as what. English. */
export const rowGuards: readonly Guard[] = [
  guard(
    'relation',
    'a show has voices, and is none',
    String.raw`(?:{S}|{L}|{R}|{C})(?:, | and )(?:[^.;:]*) (?:is|are) the (?:voices?|speakers?|hosts?|guests?)\b`,
    ({ slots }) => /@[A-Z]*[PA]/u.test(slots[0]?.mark ?? ''),
  ),
  guard('relation', 'a chapter is no episode', String.raw`\bthis {C} (?:from|of|is|was)\b`, ({ slots }) => /@[A-Z]*[ST]/u.test(slots[0]?.mark ?? '')),
  guard('relation', 'a chapter has no number', String.raw`{C} (?:reaches|is|hits|was) (?:number|episode) {o}`, ({ slots }) =>
    /@[A-Z]*[ST]/u.test(slots[0]?.mark ?? ''),
  ),
  guard('relation', 'nobody is played beside themselves', String.raw`\bboth (?:them|it) and {A}`, ({ slots, reading }) =>
    reading.facts.some(({ fact }) => fact.property === 'shared-audience' && slots[0]?.values.includes(String(fact.values['target'])) === true),
  ),
  guard('number', 'the plays have another number', String.raw`\bplays number {o}`, ({ slots, reading }) =>
    reading.facts.some(({ fact }) => fact.property.endsWith('-plays') && fact.values['plays'] === slots[0]?.value),
  ),
  guard('number', 'two that are named meet', String.raw`\bthe {n} meet\b`),
  guard('relation', 'what is counted is releases', String.raw`{A}(?:, {y},)? (?:is|was) the (?:only|first|sole) release\b`, ({ slots }) =>
    /@[A-Z]*R/u.test(slots[0]?.mark ?? ''),
  ),
  guard('relation', 'who is on a record is an artist', String.raw`\bamong the {n} artists (?:on|of) {R} (?:is|are) {N}`, ({ slots }) =>
    /@[A-Z]*A/u.test(slots.at(-1)?.mark ?? ''),
  ),
  guard('relation', 'a chapter has no listeners', String.raw`\bplay both {A}[^.;:]* and {C}`, ({ slots }) => /@[A-Z]*[AST]/u.test(slots.at(-1)?.mark ?? '')),
  guard('number', 'the count is of the tag', String.raw`{g} has (?:had )?{n} plays`, ({ slots: [tag, count], reading }) => isOfTag(reading, count, tag)),
  guard('number', 'the count is of the tag', String.raw`{n} plays under (?:that|this|the) (?:one|tag)`, ({ slots: [count], reading }) =>
    isOfTag(reading, count),
  ),
  guard('relation', 'an artist is no label', String.raw`\bthe {A} label\b`, ({ slots }) => /@[A-Z]*L/u.test(slots[0]?.mark ?? '')),
  guard('attribution', 'a chapter is not what is described', String.raw`{C} (?:is|was|were) \w+ ⟨#q\d+⟩`, ({ slots }) =>
    /@[A-Z]*[PST]/u.test(slots[0]?.mark ?? ''),
  ),
  guard('relation', 'a release has no releases', String.raw`{R} has (?:just |only )?(?:one|{n}|a single) releases?\b`, ({ slots }) =>
    /@[A-Z]*[AL]/u.test(slots[0]?.mark ?? ''),
  ),
  guard('number', 'a year is no count', String.raw`\b(?:longest|one|first) of the {y} (?:tracks|artists|releases)\b`),
  guard('listening', 'a record has no quiet with you', String.raw`\bbetween you and {R}`, ({ slots }) => /@[A-Z]*[AS]/u.test(slots[0]?.mark ?? '')),
  guard('relation', 'who shares a compilation is an artist', String.raw`artists share [^.]*[;,] (?:and )?{N} is one of them`, ({ slots }) =>
    /@[A-Z]*A/u.test(slots.at(-1)?.mark ?? ''),
  ),
  guard(
    'attribution',
    'a show is not what is said of somebody',
    String.raw`{S} (?:is|was|were) ⟨#q\d+⟩`,
    ({ slots, reading }) => /@[A-Z]*P/u.test(slots[0]?.mark ?? '') || !reading.facts.some(({ fact }) => fact.property === 'transcript'),
  ),
  guard('relation', 'what artists share is a release', String.raw`\bshares? {A} with (?:{n}|\w+ other) `, ({ slots }) =>
    /@[A-Z]*R/u.test(slots[0]?.mark ?? ''),
  ),
  guard('relation', 'a chapter has no editions', String.raw`\b(?:edition|episode) of {C}`, ({ slots }) => /@[A-Z]*[ST]/u.test(slots[0]?.mark ?? '')),
  guard('relation', 'a chapter was not thrown anywhere', String.raw`{C} (?:is|was|were) (?:thrown|put|left|taken)\b`, ({ slots }) =>
    /@[A-Z]*[PST]/u.test(slots[0]?.mark ?? ''),
  ),
]
