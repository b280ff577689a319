import type { FactDate } from '../../fact-dates.js'
import { dateMatches } from '../../fact-dates.js'
import { guard, type Guard, type GuardContext } from '../../small-words/guard.js'
import { isPair } from './is-pair.js'

const ended =
  /\b(?:no|not|none|nothing|never|without|quiet|silent|silence|havent|hasnt|gone|dropped|left|rest|break|stopped|away|gap|pause|paused|heard|nobody|\w+n[’']t)\b/iu

function isDateOf({ slots, reading }: GuardContext, ...roles: readonly FactDate['role'][]): boolean {
  const said = slots.at(-1)?.date
  if (said === null || said === undefined) return false
  return reading.facts.some((fact) => fact.dates.some((date) => roles.includes(date.role) && dateMatches({ value: said, decade: false }, date)))
}

/** "Since" starts what is still so; "no play since" ends it. */
function isSince(context: GuardContext): boolean {
  const { clause } = context
  if (isDateOf(context, 'last-play') && (ended.test(clause) || /^, (?:not|no|none|nothing)\b/iu.test(context.tail))) return true
  if (/\bout since\b/iu.test(clause)) return isDateOf(context, 'episode', 'release')
  return isDateOf(context, 'first-play', 'since', 'begin') && !/\b(?:first|last) (?:played|heard|met)\b|\bnot once\b/iu.test(clause)
}

/** The description says so. */
function isBack({ reading }: GuardContext): boolean {
  return reading.facts.some((fact) => fact.passageStems.includes('back'))
}

/** What a preposition makes of a date, a clock reading or a place. English. */
export const timeGuards: readonly Guard[] = [
  guard('date', 'no cited fact holds since then', String.raw`\bsince (?:early |late |back in |in )?{D}`, isSince),
  guard('date', '“since” is followed by a date', String.raw`\bsince (?:this|the title|its|{N}|{n} )`, ({ clause }) => /\bsince its first\b/iu.test(clause)),
  guard(
    'date',
    'no cited fact holds until then',
    String.raw`\b(?:until|till|up to) (?:early |late )?{D}`,
    (context) => isDateOf(context, 'last-play') && !/\b(?:last|first|stopped|no|not|never|none|nothing)\b|n[’']t/iu.test(context.clause),
  ),
  guard('date', 'a chapter starts at its time', String.raw`\b(?:until|till|before|since) {c}`, ({ clause }) => /\bwaits?\b/iu.test(clause)),
  guard('date', '“until” is followed by a date', String.raw`\b(?:until|till) (?:your history|this|our|the title|the record|{g}|{N})`),
  guard('date', 'the catalogue is a place', String.raw`\b(?:before|after|since|until|without) (?:this|the|our) catalogue\b`),
  guard(
    'date',
    'a date is not who made it',
    String.raw`\bby (?:early |late )?{D}(?! (?:you|there|it|they|{A}|that|plays))`,
    ({ tail, head }) => /^,? (?:you|there|it)\b/iu.test(tail) || /\b(?:gone|silent|quiet|over|no more) $/iu.test(head),
  ),
  guard('date', 'no cited fact holds after then', String.raw`\b(?:last|first) (?:play(?:ed)?|heard) (?:{A} )?(?:after|before|since|until) {D}`),
  guard(
    'date',
    'plays after the last one are none',
    String.raw`\bafter {D}`,
    (context) =>
      !isDateOf(context, 'last-play') ||
      ended.test(context.clause) ||
      /\b(?:nothing|no|none|not|quiet|silent|silence)\b/iu.test(`${context.head}${context.tail}`),
  ),
  guard('relation', 'no cited fact says when it ends', String.raw`\b(?:ends?|ended|stops?|closes?|finishes) (?:(?:at|after|with|by) )?{c}`),
  guard('relation', 'no cited fact says when it ends', String.raw`{C}["”’]? (?:ends?|ended|stops?|closes?|finishes)\b`),
  guard(
    'date',
    'what happened is not to come',
    String.raw`\bwill (?:be|have|come|become|never|soon|run|last|play|release)\b|\b(?:is|are) (?:going to|about to|due)\b|\bis set to\b`,
  ),
  guard(
    'date',
    'no cited fact says that it came back',
    String.raw`\b(?:came|comes|come|put|brought|is|was) back (?:in|on|by|from) (?:{D}|{N})`,
    (context) => isBack(context) || /\byou\b/iu.test(context.head),
  ),
  guard(
    'date',
    'no cited fact says “again”',
    String.raw`\bagain\b`,
    (context) => isPair(context) || context.reading.facts.some((fact) => fact.passageStems.includes('again')),
  ),
  guard(
    'date',
    'no cited fact says how often',
    String.raw`\b(?:every|each|per|a) (?:year|month|week|day|night|time)\b|\b(?:yearly|monthly|weekly|daily)\b`,
    ({ reading, clause }) =>
      /\b(?:a|that|the) (?:year|month)(?: (?:later|earlier|before|after|ago|and|of|that|in|when|you)|$)|\ba (?:little|bit)\b|\ba time\b/iu.test(clause) ||
      reading.facts.some((fact) => fact.passageStems.some((word) => /^(?:dai|week|year|month|day)/u.test(word))),
  ),
  guard('date', '“since” is followed by a date', String.raw`\bsince (?:your (?:plays|history)|this|these|the catalogue)`),
  guard('date', '“until” is followed by a date', String.raw`\b(?:until|till)(?=[,.;:]|$| (?:your|this|that|number))`),
  guard(
    'date',
    'the count is of that year',
    String.raw`{n} (?:plays |times )?(?:\w+ ){0,3}since (?:early |late )?{D}`,
    ({ slots: [count, date], reading }) =>
      !reading.facts.some(
        ({ fact }) => fact.property === 'artist-plays' && fact.values['plays'] === count?.value && String(fact.values['year']) === date?.date?.slice(0, 4),
      ),
  ),
  guard('date', 'it came out, not back', String.raw`\bput back\b|\bis back (?:on|in|with)\b|, back on\b`, isBack),
  guard('superlative', 'first and last plays are those of an artist', String.raw`\b(?:first|last) plays? (?:of|in) {D} (?:was|is|were|went|came)`),
  guard(
    'comparison',
    'the second time is before the first',
    String.raw`{c}[^.;]{0,120} later,? at {c}`,
    ({ slots }) => (slots.at(-1)?.value ?? 0) > (slots[0]?.value ?? 0),
  ),
]
