import { useEffect, useId, useState } from 'react'
import { DistanceRange } from '../design/distance-range'
import css from './dial.module.css'
import type { DialEffect } from './use-dial-effect'

interface DialProps {
  readonly value: number
  readonly onChange: (value: number) => void
  readonly effect: DialEffect
  /** Without a history there is no home to be far from. */
  readonly disabled: boolean
}

/** Long enough for a hand that still moves. */
const SETTLE_MS = 250

/** How far from home the list may go, where its pieces stand, and what moving the dial did. */
export function Dial({ value, onChange, effect, disabled }: DialProps) {
  const id = useId()
  const [shown, setShown] = useState(value)
  const [moved, setMoved] = useState(false)
  useEffect(() => setShown(value), [value])
  useEffect(() => {
    if (shown === value) return undefined
    const timer = setTimeout(() => onChange(shown), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [shown, value, onChange])
  return (
    <div data-moved={moved}>
      <label className={css.label} htmlFor={id}>
        How far from home
      </label>
      <DistanceRange
        id={id}
        disabled={disabled}
        value={shown}
        aria-describedby={`${id}-effect`}
        onMove={(next) => {
          setShown(next)
          setMoved(true)
        }}
      />
      <div className={css.effect}>
        {disabled ? null : <NoveltyStrip {...effect} />}
        <p id={`${id}-effect`} className={css.words} role="status">
          {disabled ? 'Without a history there is no home to be far from.' : effect.words}
        </p>
      </div>
    </div>
  )
}

/** A tick for each piece at its distance from home; those of the list before are faint. The words beside it say the same. */
function NoveltyStrip({ novelties, before }: Pick<DialEffect, 'novelties' | 'before'>) {
  return (
    <div className={css.strip} aria-hidden="true">
      {before.map((novelty, index) => (
        <span key={`before-${index}`} className={css.was} style={{ insetInlineStart: `${novelty * 100}%` }} />
      ))}
      {novelties.map((novelty, index) => (
        <span key={index} className={css.is} style={{ insetInlineStart: `${novelty * 100}%` }} />
      ))}
    </div>
  )
}
