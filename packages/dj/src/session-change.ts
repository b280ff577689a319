import { paused, resumed } from './playback.js'
import type { SteerOperation } from './steering/steer-operation.js'
import type { SessionRecord } from './store/session-record.js'
import { withOperation } from './wishes.js'

/** What operations change of a session, one after the other. Skipping changes where it is, and that is not done here. */
export function changeOf(session: SessionRecord, operations: readonly SteerOperation[], now: number): Partial<SessionRecord> {
  return operations.reduce<Partial<SessionRecord>>((change, operation) => ({ ...change, ...one({ ...session, ...change }, operation, now) }), {})
}

function one(session: SessionRecord, operation: SteerOperation, now: number): Partial<SessionRecord> {
  if (operation.type === 'talk') return { talkEvery: operation.talkEvery }
  if (operation.type === 'adventurousness') return { adventurousness: operation.value }
  if (operation.type === 'kinds') return { kinds: operation.kinds }
  if (operation.type !== 'playback') return { wishes: withOperation(session.wishes, operation) }
  switch (operation.action) {
    case 'pause':
      return session.state === 'live' ? { state: 'paused', playback: paused(session.playback, now) } : {}
    case 'resume':
      return session.state === 'paused' ? { state: 'live', playback: resumed(session.playback, now) } : {}
    case 'end':
      return { state: 'ended', playback: { type: 'ended' } }
    case 'skip':
      return {}
  }
}
