import type { ReasonCode } from './reason-code'

/** The reasons of the ranker in the words of a friend. */
const reasons: Readonly<Record<ReasonCode, string>> = {
  REDISCOVERY: 'An old favourite, left alone for long',
  SHARED_TAGS: 'Filed where you often look',
  SAME_ARTIST: 'By somebody you play',
  SAME_LABEL: 'On a label you play',
  SAME_RELEASE: 'From a record you know',
  SIMILAR_AUDIENCE: 'Played by people who play what you play',
  FOLLOWED_SHOW: 'The next of a show you follow',
  TOPIC_MATCH: 'About what you listen to the end',
  HIDDEN_GEM: 'Found by few so far',
  FRESH_RELEASE: 'Out lately, near what you play',
  EXPLORATION: 'A step away from what you know',
  EDITORIAL: 'Picked by an editor',
  POPULAR: 'Played by many here',
}

export const reasonWords = (code: ReasonCode): string => reasons[code]

/** What else counts in a score, beside reasons (docs/receipts.md). */
const otherSignals: Readonly<Record<string, string>> = {
  novelty: 'How new it is to you',
  chance: 'A little chance, so that lists differ',
  feedback: 'What you saved, skipped and hid',
  spacing: 'Room between things alike',
}

/** A signal of a receipt in words; one that has none yet is called by its name. */
export function signalWords(name: string): string {
  const code = name.toUpperCase().replaceAll('-', '_')
  if (Object.hasOwn(reasons, code)) return reasons[code as ReasonCode]
  return Object.hasOwn(otherSignals, name) ? (otherSignals[name] as string) : name
}
