import { factor, table } from '../table.js'
import { measureServing } from './measure-serving.js'
import { milliseconds, whole, type Part } from './part.js'

/** Whether training is felt by whoever asks meanwhile. */
export const printServing: Part = async ({ full, print, note }) => {
  const { queries, quiet, training, trained } = await measureServing(full ? 250 : 75, note)
  print(`A recommendation query over the sample, ${whole(queries)} of each, one at a time, in blocks in turns; while training: EASE in its worker,`)
  print(`over and over, ${whole(trained)} models put in force meanwhile`)
  print(
    table(
      ['', 'p50', 'p99', 'of quiet'],
      [
        ['quiet', milliseconds(quiet.p50), milliseconds(quiet.p99), ''],
        ['while training', milliseconds(training.p50), milliseconds(training.p99), factor(training.p99 / quiet.p99)],
      ],
    ),
  )
}
