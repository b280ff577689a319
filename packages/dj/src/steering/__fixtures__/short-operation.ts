import type { SteerOperation, Understanding } from '../steer-operation.js'

/** What an understanding comes to, as the files of requests write it. */
export function shortOf({ operations, refused }: Understanding, names: ReadonlyMap<string, string>): readonly string[] {
  return [...operations.map((operation) => shortOperation(operation, names)), ...(refused.length > 0 ? ['refused'] : [])]
}

function shortOperation(operation: SteerOperation, names: ReadonlyMap<string, string>): string {
  const called = (ids: readonly string[]): string => [...new Set(ids.map((id) => names.get(id) ?? id))].join('+')
  switch (operation.type) {
    case 'energy':
      return `energy:${operation.direction}`
    case 'more-like':
      return `like:${called(operation.seedIds)}`
    case 'play':
      return `play:${called(operation.ids)}`
    case 'without':
      return `not:${called(operation.ids)}`
    case 'years':
      return `years:${operation.from ?? ''}-${operation.to ?? ''}`
    case 'only-tags':
      return `only:${operation.tags.join(',')}`
    case 'without-tags':
      return `not:${operation.tags.join(',')}`
    case 'length':
      return `length:${operation.minMs ?? ''}-${operation.maxMs ?? ''}`
    case 'rediscover':
      return `rediscover:${operation.year ?? ''}`
    case 'adventurousness':
      return `adventurousness:${operation.value === 0.65 ? 'up' : operation.value >= 0.7 ? 'high' : operation.value <= 0.2 ? 'low' : operation.value}`
    case 'kinds':
      return `kinds:${operation.kinds.join(',')}`
    case 'episode':
      return ['episode', ...(operation.topic === null ? [] : [operation.topic]), ...(operation.maxMs === null ? [] : [operation.maxMs])].join(':')
    case 'talk':
      return `talk:${operation.talkEvery}`
    case 'playback':
      return `playback:${operation.action}`
    case 'forget-requests':
      return 'forget'
  }
}
