import { factor, table } from '../table.js'
import { measureRate } from './machine-rate.js'
import { measureEase, measureIals, measureIalsOn, type TrainingFigures } from './measure-training.js'
import { readPlays } from './read-plays.js'
import { exponent, whole, type Part } from './part.js'

const sizes = {
  short: { items: [200, 2_000], listeners: [50, 500, 5_000] },
  full: { items: [500, 5_000], listeners: [500, 5_000, 50_000] },
} as const
const ITEMS = 500
const INTERACTIONS_EACH = 40
/** Listeners, artists and pairs of HetRec Last.fm. */
const hetrec = { listeners: 1_892, items: 17_632, interactions: 92_834 }

/** How long models take to train, what of it is arithmetic, and how that grows over steps of ten. */
export const printTrainings: Part = async ({ full, interactions, print, note }) => {
  const { items, listeners } = full ? sizes.full : sizes.short
  const rate = measureRate()
  const rows: string[][] = []
  let before: TrainingFigures | undefined
  const add = (figures: TrainingFigures, growth: string) => {
    const each = figures.cpuSeconds / figures.gigaflops
    const counts = [whole(figures.items), whole(figures.interactions), seconds(figures.seconds), seconds(figures.cpuSeconds), figures.gigaflops.toFixed(2)]
    rows.push([figures.name, ...counts, each.toFixed(3), factor(each * rate), growth])
  }
  // Once before, so that everything is compiled.
  await measureEase(100)
  for (const count of items) {
    note(`EASE over ${whole(count)} items`)
    const figures = await measureEase(count)
    add(figures, exponent(figures.cpuSeconds, before?.cpuSeconds, 10))
    before = figures
  }
  before = undefined
  for (const count of listeners) {
    note(`iALS over ${whole(count * INTERACTIONS_EACH)} interactions`)
    const figures = await measureIals({ listeners: count, items: ITEMS, interactions: count * INTERACTIONS_EACH })
    add(figures, exponent(figures.cpuSeconds, before?.cpuSeconds, 10))
    before = figures
  }
  note('iALS over as much as HetRec Last.fm')
  add({ ...(await measureIals(hetrec)), name: 'iALS-64, HetRec' }, '')
  if (interactions !== null) {
    note(`iALS over ${interactions}`)
    add({ ...(await measureIalsOn(await readPlays(interactions))), name: 'iALS-64, file' }, '')
  }
  print(`Training on one thread; control: a plain product of two matrices in JavaScript, ${rate.toFixed(2)} Gflop/s, ${(1 / rate).toFixed(3)} s a Gflop`)
  print(
    '(Gflop: what the published algorithm needs; exponents: EASE over items, iALS over interactions; HetRec: as many listeners, artists and pairs as HetRec Last.fm)',
  )
  print(table(['model', 'items', 'interactions', 'time', 'processor', 'Gflop', 's / Gflop', 'of control', 'exponent'], rows))
}

const seconds = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} s`
