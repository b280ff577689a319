import { randomUUID } from 'node:crypto'
import { entityId } from '@linernotes/catalog'
import type { StartDj } from './dj.js'
import type { SessionRecord } from './store/session-record.js'
import { nothingSaid } from './talk/talk-memory.js'
import { noWishes } from './wishes.js'

const SEEDS = 2_147_483_647

/** A session before anything was planned or said. */
export function newSession(input: StartDj, at: number, random: () => number): SessionRecord {
  return {
    id: entityId('dj-session', randomUUID()),
    listenerId: input.listenerId,
    state: 'live',
    startedAt: new Date(at),
    request: null,
    understood: [],
    refused: [],
    kinds: [...new Set(input.kinds)],
    talkEvery: input.talkEvery,
    adventurousness: input.adventurousness,
    provider: input.provider,
    language: input.language,
    seed: input.seed ?? Math.floor(random() * SEEDS),
    position: 0,
    playback: { type: 'waiting' },
    wishes: noWishes,
    memory: nothingSaid,
    planned: 0,
    attendedAt: at,
  }
}
