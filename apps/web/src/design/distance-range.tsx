import type { ComponentProps } from 'react'
import { distanceWords } from '../words/distance-words'
import css from './range.module.css'

interface DistanceRangeProps extends Pick<ComponentProps<'input'>, 'id' | 'disabled' | 'aria-describedby' | 'onPointerUp' | 'onKeyUp' | 'onBlur'> {
  /** 0: what is known; 1: what is not. */
  readonly value: number
  readonly onMove: (value: number) => void
}

/** How far from what is known, and what its two ends mean: the same on every page. Whoever shows it says what it is called. */
export function DistanceRange({ value, onMove, ...more }: DistanceRangeProps) {
  return (
    <>
      <input
        {...more}
        type="range"
        className={css.range}
        min={0}
        max={1}
        step={0.1}
        value={value}
        aria-valuetext={distanceWords(value)}
        onChange={(event) => onMove(Number(event.target.value))}
      />
      <small className={css.ends} aria-hidden="true">
        <span>What I know</span>
        <span>Surprise me</span>
      </small>
    </>
  )
}
