// A DJ session: what plays next, when to talk and what about, and what was said already.
export type { After, DjOptions, Understand, UnderstandContext } from './dj-options.js'
export { openDj } from './open-dj.js'
export { isSourcedFact } from './talk/is-sourced-fact.js'
export type { Dj, DjRefusal, Heard, StartDj, SteerDj } from './dj.js'
export { talkKinds, type DjEvent, type DjSegment, type DjSession, type DjState, type TalkKind } from './session.js'
export type { SteerOperation, Understanding } from './steering/steer-operation.js'
export type { Interpret } from './steering/interpret-words.js'
export { understandRequest } from './steering/understand-request.js'
