import { NUMBER, readNumber } from './numbers.js'
import { pattern, type Pattern } from '../pattern.js'

const many = '(?:podcasts?|episodes?|(?:talk )?shows|spoken word episodes?|interviews)'
const single = '(?:podcast episode|podcast|episode|interview|(?:podcast|talk) show)'
const UNIT = '(?:minutes?|mins?|m|hours?|hrs?|h|seconds?|secs?)'
const msOf = (number: string | undefined, unit: string | undefined): number | null => {
  const count = readNumber(number ?? '')
  if (count === null || unit === undefined) return null
  return Math.round(count * (unit.startsWith('h') ? 3_600_000 : unit.startsWith('s') ? 1_000 : 60_000))
}
const most = 'under|below|less than|shorter than|at most|up to|max(?:imum)?(?: of)?|no longer than|no more than|not (?:longer|more) than|within'
const least = 'over|above|more than|longer than|at least|min(?:imum)?(?: of)?|no (?:shorter|less) than|beyond'

/** Music or episodes, and how long. */
export const kindPatterns: readonly Pattern[] = [
  pattern(
    `(?:no|without|stop|skip|enough|fewer|less|drop|hide|not)(?: (?:with|of|any|the|more))* ${many}(?: (?:please|now|more music))*|music only|(?:only|just|nothing but) (?:the )?(?:music|songs)(?! (?:from|by|before|after|since|like|that|of|with|in|about|under|over|i|we|for))|more music|back to (?:the )?music`,
    { type: 'episodes', how: 'none' },
  ),
  pattern(`(?:only|just|nothing but) ${many}|${many} only|no (?:more )?music(?: just ${many})?`, { type: 'episodes', how: 'only' }),
  pattern(
    `(?:both |a mix of )?(?:music|songs?|tracks?) and ${many}(?: both| mixed)?|(?:both |a mix of )?${many} and (?:music|songs?|tracks?)|(?:mix|throw|sprinkle|add|bring)(?: in)? (?:some |a few |the )?${many}(?: in)?|some ${many}(?: (?:in between|between (?:the )?songs|too|as well))?|(?:podcasts|episodes|interviews)`,
    { type: 'episodes', how: 'both' },
  ),
  pattern(`any ${many}`, { type: 'episodes', how: 'one' }),
  pattern(`(?:(?:an?|one|another|the|some|any) )?(?:(?:latest|newest|next|last|new|single) )?${single}`, { type: 'episodes', how: 'one' }),
  pattern(`(${most}) (?:the )?(${NUMBER}) (${UNIT})(?: (?:long|each|in length))?`, (match) => ({ type: 'span', minMs: null, maxMs: msOf(match[2], match[3]) })),
  pattern(`(${least}) (?:the )?(${NUMBER}) (${UNIT})(?: (?:long|each|in length))?`, (match) => ({
    type: 'span',
    minMs: msOf(match[2], match[3]),
    maxMs: null,
  })),
  pattern(`(${NUMBER}) (${UNIT}) (?:(?:or|and) (?:more|longer|up|over|above|upwards?)|plus|upwards?|at least|min(?:imum)?)`, (match) => ({
    type: 'span',
    minMs: msOf(match[1], match[2]),
    maxMs: null,
  })),
  pattern(`(${NUMBER}) (${UNIT}) (?:or|and) (?:less|shorter|under)|(${NUMBER}) (${UNIT}) (?:tops|max|at most)`, (match) => ({
    type: 'span',
    minMs: null,
    maxMs: msOf(match[1] ?? match[3], match[2] ?? match[4]),
  })),
  pattern(`(${NUMBER}) (${UNIT})(?: (?:long|of))?`, (match) => ({ type: 'span', minMs: null, maxMs: msOf(match[1], match[2]) })),
  pattern('(?:really |very |quite )?(?:short(?:er|ish)?|brief|quick|bite sized?|not (?:too|so|that) long)(?: (?:songs?|tracks?|ones|pieces?|tunes))?', {
    type: 'short',
  }),
  pattern(
    '(?<!(?:how|as|so|for|before|all (?:day|night|evening|week|year)) )(?:really |very |quite )?(?:long(?:er|ish)?|epic|extended|lengthy|not (?:too|so|that) short)(?! (?:days?|nights?|evenings?|mornings?|weeks?|years?|time|while|ago|drives?|walks?|runs?|rides?|trips?|journeys?|roads?|way|shifts?|since|lost|forgotten|before|after|gone)(?= ))(?: (?:songs?|tracks?|ones|pieces?|tunes))?',
    { type: 'long' },
  ),
  pattern('(?:any|all|whatever) (?:lengths?|durations?)(?: (?:is|are) (?:fine|ok|okay|good))?', { type: 'lift', what: 'length' }),
]
