import { guard, type Guard } from '../../small-words/guard.js'

const inner = String.raw`(?:the |a |an |its |your )?`

/** What is counted is counted exactly; what is near it is said only of lengths. English. */
export const quantityGuards: readonly Guard[] = [
  guard('number', 'the count is exact', String.raw`\b(?:nearly|almost|roughly|approximately|about|around|at least|at most|close to|some|up to|maybe|perhaps) ${inner}(?:{n}|{o}|{f}|{c}|{y}|{m}|{d})`, ({ slots: [slot] }) => slot?.comparator === 'fewer' || slot?.comparator === 'about'),
  guard('number', 'nearly is not so', String.raw`\b(?:nearly|almost|not quite|hardly|barely) (?:the|tagged|in|on|from|out|by|called|yours|all|every|always|finished|released|played|{N})\b`),
  guard('superlative', '“every” needs a fact that counts all', String.raw`\bevery (?!one\b|single one\b|(?:\w+ )?(?:{g} |{S} )?episode|{n}|{f})`),
  guard('relation', 'of two that are named none is left open', String.raw`(?:{N}|{g}|{D}|{n}|{c}|{t})(?: \w+){0,3},? or ${inner}(?:\w+ ){0,2}(?:{N}|{g}|{D}|{n}|{c}|{t}|you\b|have\b)`, ({ clause, reading }) =>
    reading.facts.some((fact) => fact.passageStems.includes('or')) || /\b(?:no|not|never|neither|nor|without|whether)\b|n[’']t\b/iu.test(clause),
  ),
  guard('relation', 'both hold, not one of them', String.raw`(?<!\bis )\bor (?:stopped|finished|played|have|came|is|was|has|are|were|you)\b`),
  guard('number', 'one is not only one', String.raw`\bonly (?:{n}|{f}|{o}|{t}|{c})`, ({ clause, slots, reading }) =>
    (slots[0]?.value === 1 && /\breleases?\b/iu.test(clause) && reading.facts.some(({ fact }) => fact.property.startsWith('only-'))) || slots[0]?.comparator === 'fewer',
  ),
  guard('number', 'no cited fact says what share it is', String.raw`\b(?:half|most|majority|third|quarter|percent|part|rest|remainder) of (?:the |your |its |all |these |those |them\b)`),
]
