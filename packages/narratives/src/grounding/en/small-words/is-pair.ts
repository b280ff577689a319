import type { GuardContext } from '../../small-words/guard.js'

/** A cited fact says that two items share this. */
export function isPair({ reading }: GuardContext, ...shared: readonly string[]): boolean {
  return reading.facts.some(({ fact }) => /^(?:echo|bridge)$/u.test(fact.property) && (shared.length === 0 || shared.includes(String(fact.values['shared']))))
}
