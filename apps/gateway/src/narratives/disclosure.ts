import type { Narrative } from '@linernotes/narratives'

export interface Disclosure {
  readonly generated: boolean
  readonly humanEdited: boolean
  readonly label: string
}

/** What must be said about who made a text. */
export function disclosureOf({ realisation }: Pick<Narrative, 'realisation'>): Disclosure {
  const label =
    realisation === 'model' ? 'Written by a language model from the facts shown, and checked against them.' : 'Put together by rules from the facts shown.'
  return { generated: true, humanEdited: false, label }
}
