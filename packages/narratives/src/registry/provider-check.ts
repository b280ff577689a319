/** What was looked at, in this order: cheap first. */
export type ProviderCheckName = 'package' | 'options' | 'start' | 'capabilities' | 'model-file' | 'endpoint' | 'health' | 'narrative'

/** One look at one provider. */
export interface ProviderCheck {
  readonly check: ProviderCheckName
  /** 'warning': it works, and something is worth knowing; 'skipped': an earlier problem stands before it, or there is nothing to look at. */
  readonly state: 'ok' | 'warning' | 'problem' | 'skipped'
  /** What was found; null: nothing to say. */
  readonly detail: string | null
  /** What to do about it; null: nothing. */
  readonly remedy: string | null
}

export function ok(check: ProviderCheckName, detail: string | null = null): ProviderCheck {
  return { check, state: 'ok', detail, remedy: null }
}

export function skipped(check: ProviderCheckName, detail: string): ProviderCheck {
  return { check, state: 'skipped', detail, remedy: null }
}

export function problem(check: ProviderCheckName, detail: string, remedy: string | null = null): ProviderCheck {
  return { check, state: 'problem', detail, remedy }
}

export function warning(check: ProviderCheckName, detail: string, remedy: string | null = null): ProviderCheck {
  return { check, state: 'warning', detail, remedy }
}
