import { guard, type Guard, type GuardContext } from '../../small-words/guard.js'

const no = String.raw`(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|(?:is|was|are|were|have|has|had|do|does|did|wo|ca|could|would)n[’']t)`

function denies({ reading }: GuardContext): boolean {
  return reading.facts.some((fact) => fact.passageDenies.some(Boolean))
}

/** A "not" belongs to the facts that hold one, and two of them are none. English. */
export const polarityGuards: readonly Guard[] = [
  guard('negation', 'two negations are none', String.raw`\b${no}\b(?: [\w⟨⟩@#’'-]+){0,8} \b${no}\b`, ({ clause }) => /\bnot (?:just|only)\b/iu.test(clause)),
  guard('negation', 'what is counted was not left out', String.raw`\bnever (?:\w+ ){0,2}(?:{N} )?{n} (?:times|plays|episodes|tracks)`),
  guard(
    'negation',
    'what never was has no first and no last',
    String.raw`\b(?:first|last) (?:never|not)\b|\b(?:never|not) (?:first|last) (?:played|heard|met)\b`,
  ),
  guard(
    'negation',
    'the tags are there',
    String.raw`\b(?:is|was|are|were|it[’']s|has been) (?:not|never)\b(?: \w+){0,3} (?:tagged|tags?)\b|\b(?:is|was|are|were)n[’']t (?:\w+ )?(?:tagged|among its tags)\b`,
  ),
  guard(
    'negation',
    'it is so',
    String.raw`\b(?:here|this|it|{N}|one|which|that) (?:is|was|are|were) (?:not|never) (?:a|an|the|one|from|on|by|tagged|called|among|{t}|{N}|out|released|his|her|its)\b`,
    denies,
  ),
  guard('negation', 'no cited fact denies it', String.raw`\b(?:and|,) not {N}|\bnot {N}`, denies),
]
