import type { KeyboardEvent } from 'react'
import { claimSpans } from './claim-spans'
import { tieSigns } from '../words/tie-signs'
import type { Claim } from './narrative.documents'
import css from './narrative-text.module.css'

interface NarrativeTextProps {
  readonly text: string
  readonly claims: readonly Claim[]
  /** Which claim shows what it rests on; null: none. */
  readonly open: Claim | null
  readonly onToggle: (claim: Claim) => void
  /** Id of the element that shows it. */
  readonly controls: string
}

/** A narrative whose claims can be touched. An opinion rests on nothing and cannot. */
export function NarrativeText({ text, claims, open, onToggle, controls }: NarrativeTextProps) {
  return claimSpans(text, claims).map(({ text: piece, claim }, index) =>
    claim === null || claim.evidence.length === 0 ? (
      <span key={index}>{tieSigns(piece)}</span>
    ) : (
      // A button element would not break over lines as words do.
      <span
        key={index}
        role="button"
        tabIndex={0}
        className={css.claim}
        aria-expanded={open === claim}
        aria-controls={open === claim ? controls : undefined}
        onClick={() => onToggle(claim)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onToggle(claim)
        }}
      >
        {tieSigns(piece)}
      </span>
    ),
  )
}
