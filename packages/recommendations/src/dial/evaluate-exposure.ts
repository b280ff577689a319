import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { findRecipe } from '../find-recipe.js'
import { columnsOf } from '../model/compressed-rows.js'
import { isLittleHeard } from '../stages/little-heard.js'
import { openTrial, type TrialOptions } from './open-trial.js'
import { listOf, trialContext } from './list-for.js'
import { ndcgOf } from './measure-list.js'
import { meanOf } from './paired-interval.js'

export interface ExposureOptions extends TrialOptions {
  readonly recipe: string
  readonly k: number
  readonly adventurousness: number
  /** Floors to compare, each 0 to 1. */
  readonly floors: readonly number[]
  readonly onProgress?: (done: number, total: number) => void
}

/** Means over listeners, each 0 to 1. */
export interface ExposureStep {
  /** Share of the places that the little heard are promised. */
  readonly floor: number
  /** Share of the places that they get. */
  readonly littleHeard: number
  /** Share of the places that go to artists without a single play. */
  readonly cold: number
  /** How many of the artists whose plays were held back are in any list, as a share of them. */
  readonly coldReached: number
  readonly ndcg: number
  /** What of the nDCG at the first floor is lost, 0 to 1. */
  readonly ndcgLoss: number
}

export interface ExposureReport {
  readonly recipe: string
  readonly k: number
  readonly listeners: number
  /** Artists whose plays were held back from everybody. */
  readonly coldArtists: number
  /** Share of the tracks of the catalogue that is by artists without a single play: what a blind draw would give them. */
  readonly coldTracks: number
  readonly steps: readonly ExposureStep[]
}

/** Which places newcomers get, and at what cost: the plays of some artists are held back from everybody, and lists are made under several floors. */
export async function evaluateExposure(db: Kysely<Database>, options: ExposureOptions): Promise<ExposureReport> {
  const trial = await openTrial(db, options)
  const { snapshot, listeners } = trial
  const { catalogue, audience } = snapshot
  const recipe = findRecipe(options.recipe, ['track'])
  const artistsOf = (item: number) => [...columnsOf(catalogue.itemCreators, item)]
  const isCold = (item: number) => artistsOf(item).every((artist) => columnsOf(audience.creatorListeners, artist).length === 0)
  const shareOf = (list: readonly number[], holds: (item: number) => boolean) => list.filter(holds).length / Math.max(1, list.length)

  const steps: ExposureStep[] = []
  for (const [step, floor] of options.floors.entries()) {
    const rows = []
    const reached = new Set<string>()
    for (const [index, listener] of listeners.entries()) {
      const context = trialContext(trial, listener, { ...options, recipe, exposureFloor: floor })
      const list = await listOf(recipe, context)
      const heldOut = new Set([...listener.heldOut].flatMap((id) => catalogue.items.numberOf(id) ?? []))
      rows.push({ littleHeard: shareOf(list, (item) => isLittleHeard(item, snapshot)), cold: shareOf(list, isCold), ndcg: ndcgOf(list, heldOut, options.k) })
      for (const artist of list.flatMap(artistsOf))
        if (trial.coldArtists.has(catalogue.creators.stringOf(artist))) reached.add(catalogue.creators.stringOf(artist))
      options.onProgress?.(step * listeners.length + index + 1, options.floors.length * listeners.length)
    }
    const ndcg = meanOf(rows.map((row) => row.ndcg))
    const first = steps[0]?.ndcg ?? ndcg
    steps.push({
      floor,
      littleHeard: meanOf(rows.map(({ littleHeard }) => littleHeard)),
      cold: meanOf(rows.map(({ cold }) => cold)),
      coldReached: reached.size / Math.max(1, trial.coldArtists.size),
      ndcg,
      ndcgLoss: first === 0 ? 0 : 1 - ndcg / first,
    })
  }
  const tracks = Array.from({ length: catalogue.trackCount }, (_, item) => item)
  return { recipe: options.recipe, k: options.k, listeners: listeners.length, coldArtists: trial.coldArtists.size, coldTracks: shareOf(tracks, isCold), steps }
}
