import type { Cue } from './mention.js'
import type { RequestPart } from './read-request.js'

/** A mention, or words that nothing explains, with what is wished of it. */
export type Wish = Exclude<RequestPart, { type: 'cue' | 'break' | 'turn' }> & {
  readonly cue: Cue
  /** Somebody said what is wished; else it is taken as "play". */
  readonly isSaid: boolean
}

const continuesLists = new Set(['tag', 'name'])

/**
 * Gives every mention the cue that governs it: the last one before it in its clause. A list goes on over commas ("no rap, techno or house"); "but" ends what was
 * ruled out.
 */
export function applyCues(parts: readonly RequestPart[]): readonly Wish[] {
  const wishes: Wish[] = []
  let cue: Cue = 'play'
  let isSaid = false
  let start = 0
  let before: RequestPart | null = null
  for (const [index, part] of parts.entries()) {
    if (part.type === 'break') {
      start = part.from
      const next = parts[index + 1]
      const goesOn = isListed(before) && next !== undefined && (isListed(next) || next.type === 'unknown')
      if (!goesOn) [cue, isSaid] = ['play', false]
    } else if (part.type === 'turn') [cue, isSaid] = ['play', false]
    else if (part.type === 'cue') {
      // "No more": what rules out is not taken back by what follows it at once.
      if (!(cue === 'not' && part.cue === 'play' && before?.type === 'cue' && before.to === part.from)) cue = part.cue
      isSaid = true
    } else if (part.type === 'mention' && part.sense.type === 'disliked') {
      const about = wishes.splice(clauseOf(wishes, start))
      if (about.length > 0) wishes.push(...about.map((wish): Wish => ({ ...wish, cue: 'not', isSaid: true })))
      else wishes.push({ ...whatPlays(part, part.sense.alone), cue, isSaid })
    } else wishes.push({ ...part, cue, isSaid })
    if (part.type !== 'break') before = part
  }
  return wishes
}

/** Where in `wishes` the tags and names begin that a clause from the word `start` on ended with. */
function clauseOf(wishes: readonly Wish[], start: number): number {
  let first = wishes.length
  while (first > 0 && wishes[first - 1]!.from >= start && isListed(wishes[first - 1]!)) first -= 1
  return first
}

/** "Not my thing" with nothing before it is about what plays; "sucks" is about nothing that we know. */
function whatPlays(part: Extract<RequestPart, { type: 'mention' }>, alone: 'playing' | 'nothing'): RequestPart & { type: 'mention' | 'unknown' } {
  if (alone === 'playing') return { ...part, sense: { type: 'current', what: 'item', wish: 'without' } }
  return { type: 'unknown', from: part.from, to: part.to, asked: part.asked, isQuoted: false, isFaint: false }
}

const isListed = (part: RequestPart | null): boolean => part?.type === 'mention' && continuesLists.has(part.sense.type)
