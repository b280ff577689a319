import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { Colophon } from './colophon'
import { EvidenceNote } from './evidence-note'
import { NarrativeText } from './narrative-text'
import type { Claim, WrittenNarrative } from './narrative.documents'
import css from './told-narrative.module.css'

/** A narrative outside of a list, with what its claims rest on below it. */
export function ToldNarrative({ narrative, asked }: { readonly narrative: WrittenNarrative; readonly asked: boolean }) {
  const id = useId()
  const told = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<Claim | null>(null)
  // A claim of an older text is none of this one.
  const claim = open !== null && narrative.claims.includes(open) ? open : null
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || claim === null) return
    // The list around has an Escape of its own.
    event.stopPropagation()
    told.current?.querySelector<HTMLElement>('[role=button][aria-expanded=true]')?.focus()
    setOpen(null)
  }
  return (
    <div ref={told} onKeyDown={closeOnEscape}>
      <p className={css.text}>
        <NarrativeText
          text={narrative.text}
          claims={narrative.claims}
          open={claim}
          onToggle={(touched) => setOpen(touched === claim ? null : touched)}
          controls={`${id}-evidence`}
        />
      </p>
      <div id={`${id}-evidence`} className={css.evidence} role="group" aria-label="What the passage rests on" aria-live="polite" hidden={claim === null}>
        {claim?.evidence.map((evidence) => (
          <EvidenceNote key={evidence.id} evidence={evidence} />
        ))}
      </div>
      <p className={css.colophon}>
        <Colophon narrative={narrative} asked={asked} />
      </p>
    </div>
  )
}
