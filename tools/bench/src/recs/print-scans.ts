import { factor, table } from '../table.js'
import { measureScan } from './measure-scan.js'
import { exponent, milliseconds, whole, type Part } from './part.js'

/** How long the best of a catalogue take to find, and how that grows over steps of ten. */
export const printScans: Part = async ({ print, note }) => {
  const rows: string[][] = []
  let before: number | undefined
  for (const items of [1_000, 10_000, 100_000, 1_000_000]) {
    note(`scanning ${whole(items)} items`)
    const { passMs, copyMs, queryMs, bytesPerItem, residentMegabytes } = measureScan(items)
    const times = [passMs, copyMs, queryMs].map(milliseconds)
    rows.push([
      whole(items),
      ...times,
      factor(queryMs / passMs),
      factor(queryMs / copyMs),
      exponent(queryMs, before, 10),
      whole(bytesPerItem),
      `${whole(residentMegabytes)} MB`,
    ])
    before = queryMs
  }
  print('Top 50 of the items x 64: filter in the scan, exact scores, and no artist again within nine places; controls: one pass over the same memory')
  print(
    'in JavaScript that adds it up, and one copy of it by the runtime (processor time, medians of blocks in turns). Bytes an item: the vectors and what the scan holds; resident: the whole process',
  )
  print(table(['items', 'one pass', 'one copy', 'query', 'query / pass', 'query / copy', 'exponent', 'bytes / item', 'resident'], rows))
}
