import { guard, type Guard, type GuardContext } from '../../small-words/guard.js'

/** "About" and "fewer than" are compared elsewhere; "nearly" is more than nothing and less than the count itself. Listeners in common are counted in tens: at least so many. */
function isNear({ slots: [slot], reading, clause }: GuardContext): boolean {
  const isFloor =
    /\bat least\b/iu.test(clause) && reading.facts.some(({ fact }) => fact.property === 'shared-audience' && fact.values['listeners'] === slot?.value)
  if (isFloor && slot?.comparator === 'exactly') return true
  if (slot === undefined || !/^(?:fewer|about)$/u.test(slot.comparator)) return false
  return !/\b(?:nearly|almost)\b/iu.test(clause) || !reading.facts.some(({ quantities }) => quantities.some(({ value }) => value === slot.value))
}

const inner = String.raw`(?:the |a |an |its |your )?`

/** What is counted is counted exactly; what is near it is said only of lengths. English. */
export const quantityGuards: readonly Guard[] = [
  guard(
    'number',
    'it is counted in tens',
    String.raw`\b(?:exactly|precisely|more than|over) {n}`,
    ({ slots: [slot], reading }) => !reading.facts.some(({ fact }) => fact.property === 'shared-audience' && fact.values['listeners'] === slot?.value),
  ),
  guard(
    'number',
    'the count is exact',
    String.raw`\b(?:nearly|almost|roughly|approximately|about|around|at least|at most|close to|some|up to|maybe|perhaps) ${inner}(?:{n}|{o}|{f}|{c}|{y}|{m}|{d})`,
    isNear,
  ),
  guard(
    'number',
    'nearly is not so',
    String.raw`\b(?:nearly|almost|not quite|hardly|barely) (?:the|tagged|in|on|from|out|by|called|yours|all|every|always|finished|released|played|{N})\b`,
  ),
  guard('superlative', '“every” needs a fact that counts all', String.raw`\bevery (?!one\b|single one\b|(?:\w+ )?(?:{g} |{S} )?episode|{n}|{f})`),
  guard(
    'relation',
    'of two that are named none is left open',
    String.raw`(?:{N}|{g}|{D}|{n}|{c}|{t})(?: \w+){0,3},? or ${inner}(?:\w+ ){0,2}(?:{N}|{g}|{D}|{n}|{c}|{t}|you\b|have\b)`,
    ({ clause, reading }) =>
      reading.facts.some((fact) => fact.passageStems.includes('or')) || /\b(?:no|not|never|neither|nor|without|whether)\b|n[’']t\b/iu.test(clause),
  ),
  guard('relation', 'both hold, not one of them', String.raw`(?<!\bis )\bor (?:stopped|finished|played|have|came|is|was|has|are|were|you)\b`),
  guard(
    'number',
    'one is not only one',
    String.raw`\bonly (?:{n}|{f}|{o}|{t}|{c})`,
    ({ clause, slots, reading }) =>
      (slots[0]?.value === 1 && /\breleases?\b/iu.test(clause) && reading.facts.some(({ fact }) => fact.property.startsWith('only-'))) ||
      slots[0]?.comparator === 'fewer' ||
      // A length is small whatever it is.
      slots[0]?.mark.startsWith('⟨#t') === true,
  ),
  guard(
    'number',
    'no cited fact says what share it is',
    String.raw`\b(?:half|most|majority|third|quarter|percent|part(?! of your (?:listening|plays|history|shelf)\b)|rest|remainder) of (?:the |your |its |all |these |those |them\b)`,
  ),
  guard('number', 'nearly is not so', String.raw`\b(?:is|was|are|were) (?:nearly|almost|not quite)\b(?! (?:{t}|an?\b|half|\w+ minutes))`),
  guard(
    'relation',
    'of two none is left open',
    String.raw`\bor\b(?! (?:so|more|was)\b)`,
    ({ reading, clause, head }) =>
      reading.text.endsWith('?') ||
      reading.facts.some((fact) => fact.passageStems.includes('or')) ||
      /\b(?:no|not|never|neither|nor|without|whether|hardly)\b|n[’']t\b/iu.test(`${head}${clause}`),
  ),
  guard('number', 'no cited fact says that it was alone', String.raw`(?<!{y} )\balone\b`),
  guard('date', 'no cited fact says how it ended', String.raw`\b(?:in the end|at last|after all|eventually|finally)\b`),
  guard(
    'superlative',
    'of those that you played, not of all',
    String.raw`\b(?:all|every|each|both)(?: of)? (?:the |your |these )?(?:{n} )?(?:{g}|{S}) episodes?\b`,
    ({ clause, tail }) => /\b(?:you|that) (?:\w+ )?(?:play|start|heard|began)|\bin your plays|\byou(?:[’']ve| have) played/iu.test(`${clause}${tail}`),
  ),
  guard(
    'number',
    'the artist has another number of releases here',
    String.raw`{A}['’]s (?:first|earliest|oldest) of {n} releases`,
    ({ slots: [, count], reading }) => reading.facts.some(({ fact }) => fact.property === 'first-release-by-artist' && fact.values['of'] === count?.value),
  ),
  guard('number', 'a year is no count', String.raw`\b(?:came to|numbered|reached|totalled|added up to) {y}(?=[.,;]|$)`),
]
