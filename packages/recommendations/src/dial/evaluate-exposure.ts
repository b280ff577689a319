import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { findRecipe } from '../find-recipe.js'
import { columnsOf } from '../model/compressed-rows.js'
import type { Recipe } from '../recipe.js'
import { isLittleHeard } from '../stages/little-heard.js'
import { openTrial, type TrialOptions } from './open-trial.js'
import { listOf, trialContext } from './list-for.js'
import { ndcgOf } from './measure-list.js'
import { intervalOf, meanOf, type Interval } from './paired-interval.js'

export interface ExposureOptions extends TrialOptions {
  readonly recipe: string
  readonly k: number
  readonly adventurousness: number
  /** Floors to compare, each 0 to 1. */
  readonly floors: readonly number[]
  readonly onProgress?: (done: number, total: number) => void
}

/** Means over listeners, each 0 to 1. */
export interface Exposure {
  /** Share of the places that the little heard get. */
  readonly littleHeard: number
  /** Share of the places that go to artists without a single play. */
  readonly cold: number
  /** How many of the artists whose plays were held back are in any list, as a share of them. */
  readonly coldReached: number
  readonly ndcg: number
}

export interface ExposureStep extends Exposure {
  /** Share of the places that the little heard are promised. */
  readonly floor: number
  /** What of the nDCG of the yardstick is lost, 0 to 1; below 0: gained. */
  readonly ndcgLoss: number
  /** nDCG less that of the same recipe without a floor, listener by listener: what the floor alone costs. */
  readonly ofFloor: Interval
}

export interface ExposureReport {
  readonly recipe: string
  readonly k: number
  readonly listeners: number
  /** Artists whose plays were held back from everybody. */
  readonly coldArtists: number
  /** Share of the tracks of the catalogue that is by artists without a single play: what a blind draw would give them. */
  readonly coldTracks: number
  /** Lists of `discover-tracks` without a floor: what cost is measured against. */
  readonly yardstick: Exposure
  readonly steps: readonly ExposureStep[]
}

const shareOf = (list: readonly number[], holds: (item: number) => boolean): number => list.filter(holds).length / Math.max(1, list.length)

/** Which places newcomers get, and at what cost: the plays of some artists are held back from everybody, and lists are made under several floors. */
export async function evaluateExposure(db: Kysely<Database>, options: ExposureOptions): Promise<ExposureReport> {
  const trial = await openTrial(db, options)
  const { snapshot, listeners } = trial
  const { catalogue, audience } = snapshot
  const artistsOf = (item: number) => [...columnsOf(catalogue.itemCreators, item)]
  const isCold = (item: number) => artistsOf(item).every((artist) => columnsOf(audience.creatorListeners, artist).length === 0)

  let done = 0
  const expose = async (recipe: Recipe, floor: number): Promise<{ readonly exposure: Exposure; readonly ndcgs: readonly number[] }> => {
    const rows = []
    const reached = new Set<string>()
    for (const listener of listeners) {
      const context = trialContext(trial, listener, { ...options, recipe, exposureFloor: floor })
      const list = await listOf(recipe, context)
      const heldOut = new Set([...listener.heldOut].flatMap((id) => catalogue.items.numberOf(id) ?? []))
      rows.push({ littleHeard: shareOf(list, (item) => isLittleHeard(item, snapshot)), cold: shareOf(list, isCold), ndcg: ndcgOf(list, heldOut, options.k) })
      for (const artist of list.flatMap(artistsOf))
        if (trial.coldArtists.has(catalogue.creators.stringOf(artist))) reached.add(catalogue.creators.stringOf(artist))
      options.onProgress?.(++done, (options.floors.length + 2) * listeners.length)
    }
    const ndcgs = rows.map(({ ndcg }) => ndcg)
    const exposure = {
      littleHeard: meanOf(rows.map(({ littleHeard }) => littleHeard)),
      cold: meanOf(rows.map(({ cold }) => cold)),
      coldReached: reached.size / Math.max(1, trial.coldArtists.size),
      ndcg: meanOf(ndcgs),
    }
    return { exposure, ndcgs }
  }
  const { exposure: yardstick } = await expose(findRecipe(undefined, ['track']), 0)
  const recipe = findRecipe(options.recipe, ['track'])
  const { ndcgs: without } = await expose(recipe, 0)
  const steps: ExposureStep[] = []
  for (const floor of options.floors) {
    const { exposure, ndcgs } = await expose(recipe, floor)
    const difference = ndcgs.map((ndcg, listener) => ndcg - without[listener]!)
    steps.push({ floor, ...exposure, ndcgLoss: yardstick.ndcg === 0 ? 0 : 1 - exposure.ndcg / yardstick.ndcg, ofFloor: intervalOf(difference, options.seed) })
  }
  const tracks = Array.from({ length: catalogue.trackCount }, (_, item) => item)
  return {
    recipe: options.recipe,
    k: options.k,
    listeners: listeners.length,
    coldArtists: trial.coldArtists.size,
    coldTracks: shareOf(tracks, isCold),
    yardstick,
    steps,
  }
}
