import type { DjRefusal, StartDj, SteerDj } from './dj.js'

const LONGEST_REQUEST = 500

function refused(code: DjRefusal['code'], field: string, message: string): DjRefusal {
  return { type: 'refused', code, message: `${field}: ${message}`, path: [field] }
}

export const noSuchSession: DjRefusal = refused('NOT_FOUND', 'sessionId', 'no session has this id. Start one.')
export const noSuchListener: DjRefusal = refused(
  'NOT_FOUND',
  'listenerId',
  'no listener has this id. Leave it out to start a session for nobody in particular.',
)
export const sessionEnded: DjRefusal = refused('CONFLICT', 'sessionId', 'the session has ended. Start another one.')

/** null: a session may start with it. */
export function checkStart(input: StartDj, providers: readonly string[]): DjRefusal | null {
  if (input.kinds.length === 0) return refused('INVALID_INPUT', 'kinds', 'expected TRACK, EPISODE or both')
  if (input.seed !== null && !Number.isSafeInteger(input.seed)) return refused('INVALID_INPUT', 'seed', 'expected a whole number')
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(input.language)) return refused('INVALID_INPUT', 'language', "expected a language tag such as 'en'")
  if (input.provider !== null && !providers.includes(input.provider))
    return refused('INVALID_INPUT', 'provider', `there is no provider “${input.provider}”; there are ${providers.join(', ')}`)
  return checkRequest(input.request) ?? checkTalkEvery(input.talkEvery) ?? checkAdventurousness(input.adventurousness)
}

/** null: a session may be steered with it. */
export function checkSteer(input: SteerDj): DjRefusal | null {
  return (
    checkRequest(input.request) ??
    (input.talkEvery === null ? null : checkTalkEvery(input.talkEvery)) ??
    (input.adventurousness === null ? null : checkAdventurousness(input.adventurousness))
  )
}

function checkRequest(request: string | null): DjRefusal | null {
  return request !== null && request.length > LONGEST_REQUEST ? refused('INVALID_INPUT', 'request', `expected at most ${LONGEST_REQUEST} characters`) : null
}

function checkTalkEvery(talkEvery: number): DjRefusal | null {
  return Number.isInteger(talkEvery) && talkEvery >= 0 && talkEvery <= 100
    ? null
    : refused('INVALID_INPUT', 'talkEvery', 'expected a whole number from 0 (never) to 100')
}

function checkAdventurousness(value: number): DjRefusal | null {
  return value >= 0 && value <= 1 ? null : refused('INVALID_INPUT', 'adventurousness', 'expected a number from 0 to 1')
}
