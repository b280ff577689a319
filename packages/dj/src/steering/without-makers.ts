import { typedOf } from './find-name-mentions.js'
import type { RequestPart } from './read-request.js'
import type { RequestWords } from './read-words.js'

/** "Altwide by And/Or", "Bohemian Rhapsody by Queen": whoever made a work is no wish of their own, also where the work is unknown. `maker` is the word between the two. */
export function withoutMakers(request: RequestWords, parts: readonly RequestPart[], maker: string): RequestPart[] {
  const { words } = request
  const makerOf = (work: RequestPart): RequestPart | undefined =>
    isWork(work) && words[work.to]?.key === maker && !words[work.to]!.breakBefore
      ? parts.find((part) => part.type === 'mention' && part.sense.type === 'name' && part.from === work.to + 1)
      : undefined
  const makers = new Set(parts.map(makerOf))
  return parts
    .filter((part) => !makers.has(part))
    .map((part) => {
      const by = makerOf(part)
      return by === undefined || part.type !== 'unknown' ? part : { ...part, to: by.to, asked: typedOf(request, { from: part.from, to: by.to }) }
    })
}

const isWork = (part: RequestPart): boolean =>
  part.type === 'unknown' || (part.type === 'mention' && part.sense.type === 'name' && (part.sense.kind === 'track' || part.sense.kind === 'release'))
