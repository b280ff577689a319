import { evaluate, rankApart, UnusableDataError, type EvaluationReport, type RowProblem } from '@linernotes/recommendations/evaluation'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import type { Progress } from '../progress.js'
import { parseEvaluateRequest, type EvaluateOptions } from './evaluate-request.js'
import { evaluationTable, sayDataset } from './evaluate-table.js'

const PROBLEMS_SHOWN = 20

/** `linernotes evaluate`: trains on files, ranks for listeners that were not trained on, and measures the lists. */
export async function evaluateCommand(context: CommandContext, file: string | undefined, options: EvaluateOptions): Promise<ExitCode> {
  const request = parseEvaluateRequest(context.directory, file, options)
  using bar = new NamedBar(context)
  const report = await evaluate(request, {
    signal: context.signal,
    rank: rankApart,
    onProgress: ({ file: name, done, total, unit }) => bar.update(`Reading ${name}`, { done, total, unit }),
    onStep: (model, { phase, share }) =>
      bar.update(`${phase === 'train' ? 'Training' : 'Ranking with'} ${model}`, { done: Math.round(share * 100), total: 100, unit: 'parts' }),
    onDataset({ dataset, problems, rejected }, written) {
      bar.close()
      noteProblems(context, problems, rejected)
      if (written.length > 0) context.note(`The parts of the split are in ${written.join(', ')}`)
      for (const line of sayDataset(dataset)) context.note(line)
    },
    onModel({ name, trainSeconds, peakMegabytes }) {
      bar.close()
      context.note(`${name}: trained in ${trainSeconds.toFixed(2)} s, at most ${Math.round(peakMegabytes)} MB`)
    },
  }).catch((error: unknown) => {
    if (error instanceof UnusableDataError) noteProblems(context, error.problems, error.rejected)
    throw error
  })
  print(context, report, options)
  return options.strict && report.problems.length > 0 ? exitCode.rejected : exitCode.done
}

function print(context: CommandContext, report: EvaluationReport, options: EvaluateOptions): void {
  if (options.json) context.print(JSON.stringify(report))
  else for (const line of evaluationTable(report)) context.print(line)
}

function noteProblems(context: CommandContext, problems: readonly RowProblem[], rejected: number): void {
  for (const { file, line, field, message } of problems.slice(0, PROBLEMS_SHOWN))
    context.note(`${file}: ${line === null ? '' : `line ${line}: `}${field === null ? '' : `${field}: `}${message}`)
  if (problems.length > PROBLEMS_SHOWN) context.note(`… and ${(problems.length - PROBLEMS_SHOWN).toLocaleString('en')} more (--json lists them)`)
  if (rejected > 0) context.note(`${rejected.toLocaleString('en')} rows are left out.`)
}

/** One bar after the other: a new title begins a new one. */
class NamedBar implements Disposable {
  readonly #context: CommandContext
  #title = ''
  #bar: Progress | null = null

  constructor(context: CommandContext) {
    this.#context = context
  }

  update(title: string, event: Parameters<Progress['update']>[0]): void {
    if (title !== this.#title) this.close()
    this.#title = title
    this.#bar ??= this.#context.progress(title)
    this.#bar.update(event)
  }

  close(): void {
    this.#bar?.[Symbol.dispose]()
    this.#bar = null
    this.#title = ''
  }

  [Symbol.dispose](): void {
    this.close()
  }
}
