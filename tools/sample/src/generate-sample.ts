import { readCatalogue } from './catalogue.js'
import { drawTaste } from './draw-taste.js'
import { namedTastes } from './named-tastes.js'
import { createRandom } from './random.js'
import { createShelf } from './shelf.js'
import { simulateListening, type SampleListen } from './simulate-listening.js'
import type { Taste } from './taste.js'

const seed = 20_261_031
const listenerCount = 240

/** The three files of the sample, uncompressed; `data/cc0-1.0/synthetic-listeners/README.md` describes them. */
export interface SampleFiles {
  readonly 'listeners.jsonl': string
  readonly 'items.csv': string
  readonly 'listens.csv': string
}

/** The same catalogue gives the same bytes, on every machine. Every listener has a seed of their own, so that one can be reshaped without the others. */
export function generateSample(dataDirectory: string): SampleFiles {
  const catalogue = readCatalogue(dataDirectory)
  const shelf = createShelf(catalogue, createRandom(seed))
  const numbers = Array.from({ length: listenerCount }, (_, index) => index + 1)
  const listeners = numbers.map((number) => {
    const random = createRandom(seed + number)
    const taste = namedTastes[number - 1] ?? drawTaste(random, shelf, number)
    return { taste, listens: simulateListening(random, shelf, catalogue, taste) }
  })
  return encode(listeners)
}

function encode(listeners: readonly { readonly taste: Taste; readonly listens: readonly SampleListen[] }[]): SampleFiles {
  const items = [...new Set(listeners.flatMap(({ listens }) => listens.map((listen) => listen.item)))].toSorted()
  const numbers = new Map(items.map((item, index) => [item, index]))
  const people = listeners.map(({ taste }) =>
    JSON.stringify({ externalId: taste.externalId, displayName: taste.displayName, locale: 'en', timeZone: taste.timeZone, synthetic: true }),
  )
  const rows = listeners.flatMap(({ taste, listens }) =>
    listens.map(({ item, at, playedSeconds }) => `${taste.externalId},${numbers.get(item)},${at},${playedSeconds === null ? '' : playedSeconds * 1000}`),
  )
  return {
    'listeners.jsonl': lines(people),
    'items.csv': lines(['item,source_id', ...items.map((item, index) => `${index},${quoted(item)}`)]),
    'listens.csv': lines(['listener,item,played_at,played_ms', ...rows]),
  }
}

const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`
const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
