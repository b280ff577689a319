import type { Speaker } from '@linernotes/speech'

/** Wip until packages/speech opens one. */
export async function composeSpeaker(): Promise<Speaker> {
  return {
    say: async () => ({ type: 'not-spoken', reason: 'wip' }),
    find: async () => null,
    silence: async () => 'wip',
    [Symbol.asyncDispose]: async () => undefined,
  }
}
