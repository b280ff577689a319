import { openItemScan, type ItemScan, type ScoredItem } from '@linernotes/recommendations'
import { median } from '../median.js'
import { cpuOf } from './cpu.js'
import { chance, randomVectors } from './synthetic.js'

const DIMENSIONS = 64
const TOP = 50
/** How many are found before they are arranged. */
const CANDIDATES = 200
/** An artist comes back after so many others at the earliest. */
const SPACING = 9
const TRACKS_PER_ARTIST = 12
const ALLOWED = 0.9
const BLOCKS = 7
/** Numbers that a block goes over: the clock of the processor ticks every few milliseconds. */
const BLOCK_ITEMS = 4_000_000

export interface ScanFigures {
  readonly items: number
  /** One pass that adds up every number of the vectors, in JavaScript. */
  readonly passMs: number
  /** One copy of the same memory by the runtime itself: as fast as this machine moves bytes. */
  readonly copyMs: number
  /** Filter, scan, exact scores, and an order in which no artist comes back too soon. */
  readonly queryMs: number
  /** What the scan holds for each item, the vectors that it was given included. */
  readonly bytesPerItem: number
  /** Resident in the whole process at the end of it, Node and the control's copy included; 1 is 1,000,000 bytes. */
  readonly residentMegabytes: number
}

/** Times a pass over the memory and a whole query in turns. */
export function measureScan(items: number): ScanFigures {
  const random = chance(items)
  const vectors = randomVectors(items, DIMENSIONS, random)
  const allowed = Uint8Array.from({ length: items }, () => Number(random() < ALLOWED))
  const scan = openItemScan(vectors, DIMENSIONS)
  const bytes = Buffer.from(vectors.buffer)
  const copy = Buffer.alloc(bytes.length)
  const turns = Math.ceil(BLOCK_ITEMS / items)
  const queries = Array.from({ length: turns }, () => Float64Array.from({ length: DIMENSIONS }, () => 2 * random() - 1))
  const times = { pass: [] as number[], copy: [] as number[], query: [] as number[] }
  let sum = 0
  for (let block = 0; block < BLOCKS; block++) {
    times.pass.push(cpuOf(() => queries.forEach(() => (sum += addUp(vectors)))) / turns)
    times.copy.push(cpuOf(() => queries.forEach(() => bytes.copy(copy))) / turns)
    times.query.push(cpuOf(() => queries.forEach((query) => topOf(scan, query, allowed))) / turns)
  }
  if (Number.isNaN(sum)) throw new RangeError('the pass added up what is no number')
  const memory = { bytesPerItem: scan.bytes / items, residentMegabytes: process.memoryUsage.rss() / 1_000_000 }
  return { items, passMs: median(times.pass), copyMs: median(times.copy), queryMs: median(times.query), ...memory }
}

function addUp(numbers: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let place = 0; place + 3 < numbers.length; place += 4) {
    a += numbers[place]!
    b += numbers[place + 1]!
    c += numbers[place + 2]!
    d += numbers[place + 3]!
  }
  return a + b + c + d
}

function topOf(scan: ItemScan, query: Float64Array, allowed: Uint8Array): readonly ScoredItem[] {
  const waiting = [...scan.best(query, allowed, CANDIDATES)]
  const placed: ScoredItem[] = []
  while (placed.length < TOP && waiting.length > 0) {
    const recent = new Set(placed.slice(-SPACING).map(({ item }) => artistOf(item)))
    const next = waiting.findIndex(({ item }) => !recent.has(artistOf(item)))
    placed.push(...waiting.splice(Math.max(0, next), 1))
  }
  return placed
}

const artistOf = (item: number): number => Math.floor(item / TRACKS_PER_ARTIST)
