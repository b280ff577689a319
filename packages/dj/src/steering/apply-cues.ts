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
  let before: RequestPart | null = null
  for (const [index, part] of parts.entries()) {
    if (part.type === 'break') {
      const next = parts[index + 1]
      const goesOn = isListed(before) && next !== undefined && (isListed(next) || next.type === 'unknown')
      if (!goesOn) [cue, isSaid] = ['play', false]
    } else if (part.type === 'turn') [cue, isSaid] = ['play', false]
    else if (part.type === 'cue') {
      // "No more": what rules out is not taken back by what follows it at once.
      if (!(cue === 'not' && part.cue === 'play' && before?.type === 'cue' && before.to === part.from)) cue = part.cue
      isSaid = true
    } else wishes.push({ ...part, cue, isSaid })
    if (part.type !== 'break') before = part
  }
  return wishes
}

const isListed = (part: RequestPart | null): boolean => part?.type === 'mention' && continuesLists.has(part.sense.type)
