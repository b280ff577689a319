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

/** Without a profile there is nothing that "you" play. */
const impersonal: Partial<Record<ReasonCode, string>> = {
  EXPLORATION: 'One from its corner of the catalogue',
  SIMILAR_AUDIENCE: 'Shares its audience with where you began',
  SHARED_TAGS: 'Filed where you began',
  SAME_ARTIST: 'By somebody you began with',
  SAME_LABEL: 'On a label you began with',
  SAME_RELEASE: 'From a record you began with',
  TOPIC_MATCH: 'About what you began with',
  FOLLOWED_SHOW: 'From a show you began with',
  FRESH_RELEASE: 'Out lately',
}

export const reasonWords = (code: ReasonCode, profiled = true): string => (profiled ? undefined : impersonal[code]) ?? reasons[code]

/** What else counts in a score, beside reasons (docs/receipts.md). */
const otherSignals: Readonly<Record<string, string>> = {
  novelty: 'How new it is to you',
  chance: 'A little chance, so that lists differ',
  feedback: 'What you saved, skipped and hid',
  spacing: 'Room between things alike',
}

/** A signal of a receipt in words; one that has none yet is called by its name. */
export function signalWords(name: string, profiled = true): string {
  const code = name.toUpperCase().replaceAll('-', '_')
  if (Object.hasOwn(reasons, code)) return reasonWords(code as ReasonCode, profiled)
  return Object.hasOwn(otherSignals, name) ? (otherSignals[name] as string) : name
}
