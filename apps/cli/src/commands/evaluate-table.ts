import type { Coverage, DatasetReport, Estimate, EvaluationReport, ModelReport } from '@linernotes/recommendations/evaluation'

const titles: Readonly<Record<string, string>> = {
  ndcg: 'nDCG, more is better',
  recall: 'recall, more is better',
  coverage: 'catalogue coverage, items',
  novelty: 'mean popularity rank (1: most popular)',
  diversity: 'intra-list diversity',
  gini: 'Gini of exposure (0: all the same)',
  calibrationKl: 'calibration KL, less is better',
}
const NAME_WIDTH = 23
const CELL_WIDTH = 28

const say = (value: number): string => value.toLocaleString('en')

/** What was evaluated on, in a few lines. */
export function sayDataset({ training, candidates, foldIn, test, tags, friends, ties, diversityOf }: DatasetReport): readonly string[] {
  return [
    `Trained on ${say(training.interactions)} interactions of ${say(training.users)} users; ${say(candidates.items)} of ${say(training.items)} items are candidates (at least ${candidates.minItemUsers} users).`,
    `Ranked for ${say(test.listeners)} of ${say(foldIn.listeners)} listeners; ${say(test.ofCandidates)} of ${say(test.interactions)} test items are candidates, the others do not count.`,
    tags === null || tags.tags === 0
      ? `No ${tags === null ? '' : 'usable '}tags: calibration cannot be measured.`
      : `${say(tags.rows)} taggings; ${say(tags.leftOut)} are left out, for listeners who are tested made them. ${say(tags.taggedCandidates)} candidates are tagged.`,
    ...(friends === null ? [] : [`${say(friends.listenersWithFriends)} of ${say(foldIn.listeners)} listeners have friends whose history is known.`]),
    `Equal scores: the lower item id first, ${ties === 'number' ? 'as numbers' : 'by code units'}. Diversity compares ${diversityOf === 'tags' ? 'tags' : 'who listens to both'}.`,
  ]
}

/** One block for each measure and length, one line for each model. */
export function evaluationTable(report: EvaluationReport): readonly string[] {
  const { models } = report
  const rows = models.flatMap(({ name, metrics, calibrated }) => [
    { name, metrics },
    ...(calibrated === undefined ? [] : [{ name: `${name} calibrated`, metrics: calibrated.metrics }]),
  ])
  const names = Object.keys(models[0]?.metrics ?? {})
  const ks = [...new Set(names.map((name) => name.split('@')[1]!))]
  const measures = [...new Set(names.map((name) => name.split('@')[0]!))]
  const blocks = measures.flatMap((measure) => [
    `${titles[measure] ?? measure}`,
    rowOf(
      '',
      ks.map((k) => `@${k}`),
    ),
    ...rows.map(({ name, metrics }) =>
      rowOf(
        name,
        ks.map((k) => sayMetric(metrics[`${measure}@${k}`] ?? null)),
      ),
    ),
    '',
  ])
  const ratios = models.flatMap(({ name, calibrated }) => (calibrated === undefined ? [] : [{ name, ratios: calibrated.ratios }]))
  const compared = (['ndcg', 'calibrationKl'] as const).flatMap((measure) => [
    `${titles[measure]}: calibrated, as a multiple of the same lists before`,
    ...ratios.map((row) =>
      rowOf(
        row.name,
        ks.map((k) => sayMetric(row.ratios[`${measure}@${k}`] ?? null)),
      ),
    ),
    '',
  ])
  return [...blocks, ...(ratios.length === 0 ? [] : compared), 'training', ...models.map((model) => rowOf(model.name, sayCost(model)))]
}

const sayCost = ({ trainSeconds, peakMegabytes }: ModelReport): readonly string[] => [`${trainSeconds.toFixed(2)} s`, `${Math.round(peakMegabytes)} MB at most`]

const rowOf = (name: string, cells: readonly string[]): string =>
  `  ${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padEnd(CELL_WIDTH)).join('')}`.trimEnd()

function sayMetric(metric: Estimate | Coverage | null): string {
  if (metric === null) return 'not measurable'
  if ('items' in metric) return `${metric.items.toLocaleString('en')} (${(metric.share * 100).toFixed(1)} %)`
  const digits = metric.mean >= 10 ? 1 : 4
  return `${metric.mean.toFixed(digits)} (${metric.low.toFixed(digits)} to ${metric.high.toFixed(digits)})`
}
