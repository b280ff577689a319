import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { findRecipe } from '../find-recipe.js'
import { seededChance, seedOf } from '../seeded-chance.js'
import { openTrial, type Trial, type TrialListener, type TrialOptions } from './open-trial.js'
import { listOf, trialContext, type ListOptions } from './list-for.js'
import { measureList, ndcgOf, type ListMeasures } from './measure-list.js'
import { meanNovelty, mixInRandom } from './mix-in-random.js'
import { intervalOf, meanOf, type Interval } from './paired-interval.js'

const dialSteps = [0, 0.25, 0.5, 0.75, 1] as const

export interface DialOptions extends TrialOptions {
  readonly recipe: string
  /** Length of the lists. */
  readonly k: number
  readonly onProgress?: (done: number, total: number) => void
}

/** Means over listeners. */
export interface DialStep extends ListMeasures {
  readonly adventurousness: number
  /** What of the nDCG at 0 is lost, 0 to 1. */
  readonly ndcgLoss: number
  /** The list at 0 with random items mixed in until its novelty is the same. */
  readonly control: { readonly ndcg: number; readonly novelty: number }
  /** nDCG of the list minus that of its control. */
  readonly ahead: Interval
}

export interface DialReport {
  readonly recipe: string
  readonly k: number
  readonly listeners: number
  readonly steps: readonly DialStep[]
}

/** The control is drawn so often for each list: one draw is mostly luck. */
const DRAWS = 5

/** How far the dial goes and what it costs: lists of the same listeners at five steps, and beside each the list at 0 with random items of the same novelty. */
export async function evaluateDial(db: Kysely<Database>, options: DialOptions): Promise<DialReport> {
  const trial = await openTrial(db, options)
  const rows: Measured[][] = []
  for (const [index, listener] of trial.listeners.entries()) {
    rows.push(await measureListener(trial, listener, options))
    options.onProgress?.(index + 1, trial.listeners.length)
  }
  const familiar = meanOf(rows.map(([first]) => first!.ndcg))
  const steps = dialSteps.map((adventurousness, step): DialStep => {
    const at = rows.map((row) => row[step]!)
    const mean = (of: (measured: Measured) => number) => meanOf(at.map(of))
    return {
      adventurousness,
      ndcg: mean(({ ndcg }) => ndcg),
      novelty: mean(({ novelty }) => novelty),
      diversity: mean(({ diversity }) => diversity),
      newArtists: mean(({ newArtists }) => newArtists),
      familiarGround: mean(({ familiarGround }) => familiarGround),
      ndcgLoss: familiar === 0 ? 0 : 1 - mean(({ ndcg }) => ndcg) / familiar,
      control: { ndcg: mean(({ controlNdcg }) => controlNdcg), novelty: mean(({ controlNovelty }) => controlNovelty) },
      ahead: intervalOf(
        at.map(({ ndcg, controlNdcg }) => ndcg - controlNdcg),
        options.seed,
      ),
    }
  })
  return { recipe: options.recipe, k: options.k, listeners: rows.length, steps }
}

interface Measured extends ListMeasures {
  readonly controlNdcg: number
  readonly controlNovelty: number
}

async function measureListener(trial: Trial, listener: TrialListener, options: DialOptions): Promise<Measured[]> {
  const recipe = findRecipe(options.recipe, ['track'])
  const heldOut = new Set([...listener.heldOut].flatMap((id) => trial.snapshot.catalogue.items.numberOf(id) ?? []))
  const { random } = seededChance(seedOf(String(options.seed), listener.id))
  const measured: Measured[] = []
  let familiar: readonly number[] = []
  for (const adventurousness of dialSteps) {
    const asked: ListOptions = { ...options, recipe, adventurousness }
    const context = trialContext(trial, listener, asked)
    const list = await listOf(recipe, context)
    if (adventurousness === 0) familiar = list
    const measures = measureList(list, heldOut, context, options.k)
    const controls = Array.from({ length: DRAWS }, () => mixInRandom(familiar, measures.novelty, context, random))
    measured.push({
      ...measures,
      controlNdcg: meanOf(controls.map((control) => ndcgOf(control, heldOut, options.k))),
      controlNovelty: meanOf(controls.map((control) => meanNovelty(control, context))),
    })
  }
  return measured
}
