import { rowLength } from '../model/compressed-rows.js'
import { CALIBRATION_DEPTH } from './calibrate.js'
import type { EvaluationRequest } from './evaluation-request.js'
import { describeDataset, type EvaluationReport, type ModelReport } from './evaluation-report.js'
import { ListMeasures } from './measures/measure-lists.js'
import type { RankingStep, RankingTask, TrainedRankings } from './rank-listeners.js'
import { readDataset, type Dataset, type ReadTools } from './read-dataset.js'
import type { ProblemList, RowProblem } from './reading/problem-list.js'

export interface EvaluationTools extends ReadTools {
  /** Trains a model where its memory is its own, and ranks. */
  readonly rank: (task: RankingTask, options: { readonly signal: AbortSignal; readonly onStep: RankingStep }) => Promise<TrainedRankings>
  /** Called when the files are read, before the first model is trained. */
  readonly onDataset: (report: Omit<EvaluationReport, 'models'>, written: readonly string[]) => void
  readonly onStep: (model: string, step: Parameters<RankingStep>[0]) => void
  readonly onModel: (report: ModelReport) => void
}

/** The files leave nothing to measure; the message says what is missing, and the problems may say why. */
export class UnusableDataError extends Error {
  override readonly name = 'UnusableDataError'
  readonly problems: readonly RowProblem[]
  /** Rows left out. */
  readonly rejected: number

  constructor(message: string, { listed, rejected }: ProblemList) {
    super(message)
    this.problems = listed
    this.rejected = rejected
  }
}

/** Trains the models one after the other, ranks for every listener all items that they have not had, and measures the lists. */
export async function evaluate(request: EvaluationRequest, tools: EvaluationTools): Promise<EvaluationReport> {
  const { signal, rank, onDataset, onStep, onModel } = tools
  const dataset = await readDataset(request, tools)
  const ranked = listenersToRank(dataset)
  refuseIfEmpty(dataset, ranked)
  const { data, problems } = dataset
  const known = { dataset: describeDataset(request, dataset, ranked), rejected: problems.rejected, problems: problems.listed }
  onDataset(known, dataset.written)
  const { training, listeners } = data
  const measures = new ListMeasures(data, ranked, request)
  const length = Math.max(...request.ks) * (request.calibrate === null ? 1 : CALIBRATION_DEPTH)
  const models: ModelReport[] = []
  for (const model of request.models) {
    signal.throwIfAborted()
    const task = { model, training, listeners, ranked, length, seed: request.seed }
    const { lists, trainSeconds, peakMegabytes } = await rank(task, { signal, onStep: (step) => onStep(model, step) })
    const strength = request.calibrate
    const calibrated = strength === null ? {} : { calibrated: { strength, ...measures.ofCalibrated(lists, request.ks, strength) } }
    const report = { name: model, metrics: measures.of(lists, request.ks), ...calibrated, trainSeconds, peakMegabytes }
    onModel(report)
    models.push(report)
  }
  return { dataset: known.dataset, models, rejected: known.rejected, problems: known.problems }
}

/** Means are over listeners with at least one item to be guessed. */
function listenersToRank({ data }: Dataset): Uint32Array {
  return Uint32Array.from(data.listeners.ids.keys()).filter((listener) => rowLength(data.tests, listener) > 0)
}

function refuseIfEmpty({ data, tables, problems }: Dataset, ranked: Uint32Array): void {
  const refuse = (message: string): never => {
    throw new UnusableDataError(message, problems)
  }
  if (tables.interactions.items.length === 0) refuse('There is nothing to train on: the interactions hold no usable row.')
  if (data.itemIds.length === 0) refuse('There is no item to recommend: none has enough training users. Lower --min-item-users.')
  if (ranked.length === 0) refuse('There is nobody to rank for: no listener of the fold-in has a test item that is a candidate.')
}
