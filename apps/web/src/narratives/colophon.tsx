import { firstSentence } from '../words/first-sentence'
import type { WrittenNarrative } from './narrative.documents'

interface ColophonProps {
  readonly narrative: WrittenNarrative
  /** Somebody asked for one narrator; where another wrote, it is said why. */
  readonly asked: boolean
}

/** Who chose the words, and why it was not who was asked. */
export function Colophon({ narrative, asked }: ColophonProps) {
  return (
    <>
      {narrative.disclosure.label} Told by {narrative.provider.displayName}.
      {narrative.fallbackReason === null || !asked ? null : ` Not by the one asked: ${firstSentence(narrative.fallbackReason)}`}
    </>
  )
}
