import type { Sense } from '../mention.js'
import { NUMBER, readNumber } from './numbers.js'
import { pattern, type Pattern } from '../pattern.js'

const decades: Readonly<Record<string, number>> = {
  twenties: 1920,
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
  noughties: 2000,
  aughts: 2000,
}
const YEAR = '(?:19|20)\\d\\d'
const DECADE = `(?:19|20)?\\d0s|${Object.keys(decades).join('|')}`
const years = (from: number | null, to: number | null): Sense => ({ type: 'years', from, to })

/** First year of a decade; two digits are of the last century, but for those that have been in this one. */
function decadeOf(words: string): number {
  const named = decades[words]
  if (named !== undefined) return named
  const digits = Number(words.replace(/s$/u, ''))
  return digits >= 100 ? digits : digits <= 20 ? 2000 + digits : 1900 + digits
}

const before = 'before|prior to|pre|older than|earlier than|up to|until|till'
const after = 'after|since|from|post|newer than|later than|more recent than|starting(?: in| from)?'
const isInclusive = (word: string): boolean => /^(?:since|from|starting.*|up to|until|till)$/u.test(word)

/** Years of release, inclusive. `now` is the present year. */
export const yearPatterns = (now: number): readonly Pattern[] => [
  pattern(`(?:from |between )?(${YEAR}) (?:to|and|till|until|through|thru) (${YEAR})`, (match) => {
    const [one, other] = [Number(match[1]), Number(match[2])]
    return years(Math.min(one, other), Math.max(one, other))
  }),
  pattern(`(?:the )?(?:(early|mid|late) )?(?:the )?(${DECADE})(?: (?:and|or|to|through|\\|) (?:the )?(${DECADE}))?`, (match) => {
    const first = decadeOf(match[2]!)
    const last = match[3] === undefined ? first : decadeOf(match[3])
    const [from, to] = [Math.min(first, last), Math.max(first, last) + 9]
    if (match[3] !== undefined) return years(from, to)
    return match[1] === 'early'
      ? years(from, from + 3)
      : match[1] === 'mid'
        ? years(from + 3, from + 6)
        : match[1] === 'late'
          ? years(from + 6, to)
          : years(from, to)
  }),
  pattern(`(${before}) (?:the )?(?:year )?(${DECADE}|${YEAR})`, (match) => {
    const first = /^\d{4}$/u.test(match[2]!) ? Number(match[2]) : decadeOf(match[2]!)
    return years(null, isInclusive(match[1]!) ? (/^\d{4}$/u.test(match[2]!) ? first : first + 9) : first - 1)
  }),
  pattern(`(${after}) (?:the )?(?:year )?(${DECADE}|${YEAR})(?: (?:on|onwards?|upwards?|and (?:later|newer|after)))?`, (match) => {
    const isYear = /^\d{4}$/u.test(match[2]!)
    const first = isYear ? Number(match[2]) : decadeOf(match[2]!)
    // "From 2005" alone is that year; "since 2005" and "from 2005 on" are open.
    if (match[1] === 'from' && !/ (?:on|onwards?|upwards?|and \w+)$/u.test(match[0])) return years(first, isYear ? first : first + 9)
    return years(isInclusive(match[1]!) ? first : isYear ? first + 1 : first + 10, null)
  }),
  pattern(`(${YEAR}) (?:or|and) (?:later|newer|after|up)|(${YEAR}) (?:on|onwards?|plus)`, (match) => years(Number(match[1] ?? match[2]), null)),
  pattern(`(?:the )?(${DECADE}) (?:on|onwards?|and (?:later|newer|after|up))`, (match) => years(decadeOf(match[1]!), null)),
  pattern(`(${YEAR}) (?:or|and) (?:earlier|older|before)`, (match) => years(null, Number(match[1]))),
  pattern(`(?:the |in the |of the |from the )?(?:last|past|previous) (?!year )(?:(${NUMBER}) )?(years?|decades?)`, (match) => {
    const count = (readNumber(match[1] ?? 'one') ?? 1) * (match[2]!.startsWith('decade') ? 10 : 1)
    return years(now - Math.max(0, Math.round(count)), null)
  }),
  pattern('this year', years(now, now)),
  pattern('last year', years(now - 1, now - 1)),
  pattern(`(${NUMBER}) (years?|decades?) ago`, (match) => {
    const count = readNumber(match[1]!)
    return count === null
      ? null
      : years(now - Math.round(count) * (match[2]!.startsWith('decade') ? 10 : 1), now - Math.round(count) * (match[2]!.startsWith('decade') ? 10 : 1))
  }),
  pattern(`(?:older than (?:me|i am|myself)|before i was born)(?: \\|)?(?: (?:and|i was|im|i am))* born (?:in )?(${YEAR})`, (match) =>
    years(null, Number(match[1]) - 1),
  ),
  pattern('(?:any|all|whatever) (?:years?|decades?|eras?|times?)(?: (?:is|are) (?:fine|ok|okay|good))?|no matter (?:what|which) (?:year|decade|era)', {
    type: 'lift',
    what: 'years',
  }),
  pattern(
    `(?:forget|never ?mind|drop|cancel|ignore|scrap|undo|lift) (?:about )?(?:what i said about )?(?:the )?(?:${DECADE}|years?|decades?)(?: (?:thing|filter|limit|rule))?`,
    {
      type: 'lift',
      what: 'years',
    },
  ),
  pattern('this century', years(2001, null)),
  pattern('last century', years(1901, 2000)),
  pattern(`(?:in |of |year )?(${YEAR})`, (match) => years(Number(match[1]), Number(match[1]))),
  pattern(
    'older(?: (?:stuff|songs?|music|tracks?|things|ones?))?|oldies|golden oldies|vintage|older than (?:this|that)|something old|(?<!same )old(?: (?:stuff|songs|music|tracks|school|records|albums))?',
    { type: 'age', than: 'older' },
  ),
  pattern('(?:newer|more recent|recent|current|brand new|latest)(?: (?:stuff|songs?|music|tracks?|things|ones?|releases?))?|newer than (?:this|that)', {
    type: 'age',
    than: 'newer',
  }),
  pattern(
    '(?<!(?:something|anything|someone|somebody|anyone|somewhere|places?|where) )(?:(?<!the )(?:brand )?new|(?:brand )?new (?:stuff|songs?|music|tracks?|things|releases?|albums?|records?))(?! to (?:me|us) )',
    {
      type: 'age',
      than: 'new',
    },
  ),
]
