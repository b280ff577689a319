import { createHash } from 'node:crypto'
import type { NarrativeStyle } from '../write-briefs.js'

/** Which narratives are written ahead. */
export interface RunSpec {
  readonly recipe: string
  /** Items of each list. */
  readonly top: number
  /** Key of the provider asked for; null: the configured order. */
  readonly provider: string | null
  readonly style: NarrativeStyle
  /** External ids; null: every listener. */
  readonly listeners: readonly string[] | null
}

/** What a run may cost in all; null: without a limit. */
export interface RunLimits {
  readonly tokens: number | null
  readonly microUsd: number | null
}

/** A run as it is kept. */
export interface Run {
  readonly id: string
  readonly spec: RunSpec
  readonly limits: RunLimits
  /** What models took, unknown cost at its worst case. */
  readonly spent: { readonly tokens: number; readonly microUsd: number }
  /** What is held back for narratives that are being written, or were when their process died. */
  readonly reserved: { readonly tokens: number; readonly microUsd: number }
  /** Why it ended before its time. */
  readonly stopped: string | null
  readonly finished: boolean
}

/** How far a run is. */
export interface RunProgress extends Run {
  readonly listeners: { readonly total: number; readonly done: number }
  /** Narratives that were written, that were there already, and that nobody could write. */
  readonly items: { readonly written: number; readonly kept: number; readonly failed: number }
}

/** The same command is the same run: that is how it goes on where it was stopped. */
export function runId(spec: RunSpec): string {
  const listeners = spec.listeners === null ? null : [...new Set(spec.listeners)].toSorted()
  const text = JSON.stringify([spec.recipe, spec.top, spec.provider, spec.style, listeners])
  return `run_${createHash('sha256').update(text).digest('hex').slice(0, 20)}`
}
