import { environmentVariables } from './environment-variables.js'

export interface PrintedVariable {
  readonly name: string
  /** Secrets are masked; null is unset. */
  readonly value: string | null
  readonly from: 'environment' | 'default' | 'unset'
}

const MASK = '********'

/** What each variable is and where it comes from, safe to show. */
export function printEnvironment(variables: Readonly<Record<string, string | undefined>>): readonly PrintedVariable[] {
  return environmentVariables.map(({ name, fallback, secret }) => {
    const text = variables[name]
    if (text) return { name, value: secret ? MASK : withoutPassword(text), from: 'environment' }
    return { name, value: fallback, from: fallback === null ? 'unset' : 'default' }
  })
}

/** Addresses may carry a password, too: https://user:password@host. */
function withoutPassword(text: string): string {
  return text.replace(/^(\w+:\/\/[^/?#@]*:)[^/?#@]+@/, `$1${MASK}@`)
}
