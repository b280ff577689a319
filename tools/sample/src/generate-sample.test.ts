import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readCatalogue } from './catalogue.js'
import { generateSample } from './generate-sample.js'

const dataDirectory = fileURLToPath(new URL('../../../data/', import.meta.url))
const sample = generateSample(dataDirectory)
const rows = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
const items = rows(sample['items.csv']).map(([, source]) => source ?? '')
const listens = rows(sample['listens.csv'])

test.each(Object.entries(sample))('the committed %s is what the seed gives', (name, text) => {
  const committed = gunzipSync(readFileSync(join(dataDirectory, 'cc0-1.0', 'synthetic-listeners', `${name}.gz`))).toString('utf8')
  expect(committed === text).toBe(true)
})

test('at least two hundred listeners, all labelled synthetic, over ten years', () => {
  const listeners = sample['listeners.jsonl'].trimEnd().split('\n')
  expect(listeners.length).toBeGreaterThanOrEqual(200)
  expect(listeners.every((line) => (JSON.parse(line) as { synthetic: boolean }).synthetic)).toBe(true)
  const years = new Set(listens.map(([, , at]) => new Date(Number(at) * 1000).getUTCFullYear()))
  expect([...years].toSorted()).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
})

test('some items are shared by ten listeners or more, most by fewer', () => {
  const audience = new Map<string, Set<string>>()
  for (const [listener = '', item = ''] of listens) audience.set(item, (audience.get(item) ?? new Set()).add(listener))
  const known = [...audience.values()].filter((listeners) => listeners.size >= 10).length
  expect(known).toBeGreaterThan(100)
  expect(known).toBeLessThan(items.length / 2)
})

test('nobody plays two things at once', () => {
  const overlaps = listens.filter(([listener, , at], index) => {
    const previous = listens[index - 1]
    return previous !== undefined && previous[0] === listener && Number(previous[2]) + Math.floor(Number(previous[3]) / 1000) > Number(at)
  })
  expect(overlaps).toEqual([])
})

test('a hand-shaped favourite is dropped when it should be', () => {
  const artist = new Set(readCatalogue(dataDirectory).tracks.flatMap((track) => (track.artist === 'C-Doc' ? [track.key] : [])))
  const plays = listens
    .filter(([listener, item]) => listener === 'ada' && artist.has(items[Number(item)] ?? ''))
    .map(([, , at]) => new Date(Number(at) * 1000).toISOString())
  expect(plays.filter((day) => day.startsWith('2016'))).toHaveLength(212)
  expect(plays.at(-1)).toMatch(/^2018-03/)
})
