import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import type { Brief } from '../brief.js'
import { toRequest } from '../to-request.js'
import type { WatchedAttempt } from './evaluated.js'

function key({ facts, passages }: Pick<NarrativeRequest, 'facts' | 'passages'>): string {
  return JSON.stringify([facts, passages])
}

/** Which calls of a provider were for which brief of a list. A request names neither; it is known by its facts, or by its item where fewer facts were sent. */
export function matchAttempts(briefs: readonly Brief[], attempts: readonly WatchedAttempt[]): readonly (readonly WatchedAttempt[])[] {
  const requests = briefs.map((brief) => toRequest(brief).request)
  const keys = requests.map(key)
  const found = attempts.map(({ request }) => {
    const whole = keys.indexOf(key(request))
    return whole >= 0 ? whole : requests.findIndex(({ facts }) => JSON.stringify(facts[0]) === JSON.stringify(request.facts[0]))
  })
  return briefs.map((_, index) => attempts.filter((_attempt, at) => found[at] === index))
}
