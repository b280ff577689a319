const acting = 'played|heard|met|discovered|found|listened|began|started|stopped|quit|ended|finished|opened|ceased'

/** Whoever plays, meets or stops is the listener: "NAME stopped in 2017" and "NAME played you" are something else. */
function isActedByListener(masked: string, before: string): boolean {
  if (new RegExp(String.raw`\b(?:${acting}) (?:you|it|this|that|these)\b|\bheard of\b`, 'iu').test(masked)) return false
  const verb = new RegExp(String.raw`\b(?:${acting})\b`, 'iu').exec(masked)
  if (verb === null || /\byou(?:r|rs|[’']ve)?\b/iu.test(masked.slice(0, verb.index))) return true
  const head = masked.slice(0, verb.index)
  return (
    /\b(?:was|were|been|is|are)\s+(?:first |last )?$/iu.test(head) || (/^[\s,;:]*(?:(?:and|but|then|first|last)\s+)*$/iu.test(head) && /\byou\b/iu.test(before))
  )
}

/** "by" is followed by a maker, "on" and "off" by what holds it, and only makers own. */
function isPlaced(masked: string): boolean {
  if (/\b(?:in|into|with|for|to|at) (?:the )?⟨@/iu.test(masked) || /⟨@[A-QS-Z]*A[A-QS-Z]*\d+⟩ (?:is|are|was|comes|come|came) (?:from|out|on)\b/iu.test(masked))
    return false
  const roles = (pattern: RegExp): string[] => [...masked.matchAll(pattern)].map((match) => match.groups?.['roles'] ?? '')
  const fits = (pattern: RegExp, allowed: RegExp): boolean => roles(pattern).every((found) => allowed.test(found))
  return (
    fits(/(?<!\b(?:out|released|issued|published) )\bby ⟨@(?<roles>[A-Z]+)/giu, /A/u) &&
    fits(/\b(?:out|released|issued|published) by ⟨@(?<roles>[A-Z]+)/giu, /L/u) &&
    fits(/\bfrom (?:the (?:release|record|label) )?⟨@(?<roles>[A-Z]+)/giu, /[RLA]/u) &&
    fits(/\b(?:on|off|inside) (?:the (?:release|record|label) )?⟨@(?<roles>[A-Z]+)/giu, /[RL]/u) &&
    fits(/⟨@(?<roles>[A-Z]+)\d+⟩['’]s/giu, /[ALS]/u) &&
    fits(/⟨@(?<roles>[A-Z]+)\d+⟩ (?:put|released|issued|published)\b/giu, /L/u) &&
    fits(/⟨@(?<roles>[A-Z]+)\d+⟩ (?:is|runs|lasts|takes|at) (?:\w+ ){0,2}⟨#[ct]/giu, /[TO]/u)
  )
}

/** What a noun beside a name calls it. */
const called: readonly (readonly [noun: string, roles: RegExp])[] = [
  ['releases?|records?|compilation', /R/u],
  ['label', /L/u],
  ['artist|band', /A/u],
  ['track|song', /[TO]/u],
  ['show', /S/u],
]

/** "NAME, the label", "the release NAME": the name is what it is called. */
function isCalledSo(masked: string): boolean {
  const title: (typeof called)[number] = ['title', /\b(?:release|record)\b/iu.test(masked) ? /R/u : /[TRO]/u]
  return [...called, title].every(([noun, roles]) =>
    [
      new RegExp(String.raw`⟨@(?<roles>[A-Z]+)\d+⟩,? (?:(?:is|was) )?(?:the|an?|its|this) (?:⟨#\w+⟩(?:,| and)? )*(?:${noun})\b`, 'giu'),
      new RegExp(String.raw`\b(?:${noun}),? (?:called |named |is )?⟨@(?<roles>[A-Z]+)`, 'giu'),
    ].every((pattern) => [...masked.matchAll(pattern)].every((match) => roles.test(match.groups?.['roles'] ?? ''))),
  )
}

/** Between two names stands a preposition, a comma or a noun; a verb would relate them. */
const related =
  /⟨@\w+⟩(?:['’]s)? (?:\w+ )*(?!(?:by|on|off|from|of|and|or|to|with|both|play|releases?|records?|label|track|song|title|artist|show|called|named|titled|between|than)\b)\w+ ⟨@/iu

/** A word with a capital that is no mention would be a name that no fact holds. */
function hasStranger(masked: string, head: string): boolean {
  const words = [...masked.replaceAll(/⟨[@#]\w+⟩(?:['’]s\b)?/gu, (mark) => ' '.repeat(mark.length)).matchAll(/[\p{L}\p{N}]+/gu)]
  return words.some((match) => /^\p{Lu}/u.test(match[0]) && (head.trim() !== '' || match.index > masked.search(/\S/u) || bareNouns.test(match[0])))
}

const bareNouns = /^(?:Titles|Tracks|Songs|Records|Releases|Episodes|Shows|Names|Chapters|Podcasts|Artists|Labels)$/u

/** The words between the mentions give each the part that it can have: no mention is left out of the question whose it is. */
export function isWellFormed(masked: string, head: string): boolean {
  return !hasStranger(masked, head) && isActedByListener(masked, head) && isPlaced(masked) && isCalledSo(`${head.slice(-40)}${masked}`) && !related.test(masked)
}
