import { firstSentence } from '../words/first-sentence'
import type { WrittenNarrative } from './narrative.documents'

interface ColophonProps {
  readonly narrative: WrittenNarrative
  /** Somebody asked for one narrator; where another wrote, that is said. */
  readonly asked: boolean
  /** Without the reason: in a list it would be the same ten times. The comparison inside gives it. */
  readonly brief?: boolean
}

/** Who chose the words, and why it was not who was asked. */
export function Colophon({ narrative, asked, brief = false }: ColophonProps) {
  return (
    <>
      {narrative.disclosure.label} Told by {narrative.provider.displayName}.
      {narrative.fallbackReason === null || !asked
        ? null
        : brief
          ? ' Not by the one asked.'
          : ` Not by the one asked: ${firstSentence(narrative.fallbackReason)}`}
    </>
  )
}
