import { access, constants, mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { loadConfig } from '@linernotes/configuration'
import { openModelFiles } from '@linernotes/model-files'
import { type NarrativeEvaluation, renderEvaluationPage, summaryOf } from '@linernotes/narratives/evaluation'
import { recipeNames } from '@linernotes/recommendations'
import { evaluateNarratives, type EvaluationRequest, UnknownProviderError } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { InterruptedError, UsageError } from '../failures.js'
import { openCommandPlatform } from '../open-command-platform.js'
import type { Progress } from '../progress.js'
import { sayWhoElse } from '../say-who-else.js'

export interface EvaluateNarrativesOptions {
  readonly providers: string
  readonly items: string
  readonly listeners?: string
  readonly recipe?: string
  readonly style: string
  readonly seed: string
  readonly deadline?: string
  readonly judge?: string
  readonly out?: string
  readonly json?: true
}

const titles = {
  'judge-labelled': 'Asking the judge about texts whose scores are known',
  briefs: 'Drawing briefs',
  texts: 'Narrating',
  judge: 'Judging',
} as const
const units = { 'judge-labelled': 'texts', briefs: 'briefs', texts: 'narratives', judge: 'texts' } as const

/** `linernotes narratives evaluate`: nothing that it writes is served. */
export async function evaluateNarrativesCommand(context: CommandContext, options: EvaluateNarrativesOptions): Promise<ExitCode> {
  const request = parseRequest(options)
  const { environment, signal } = context
  // A slow machine says little of what a model can write: with more time, speed and words are told apart.
  const deadlineMs = options.deadline === undefined ? {} : { deadlineMs: parseNumber('deadline', options.deadline, 600_000) }
  const config = { ...(await loadConfig(environment)), ...deadlineMs }
  const directory =
    options.out === undefined ? path.join(environment.dataDirectory, 'evaluations', stampOf(context.now())) : path.resolve(context.directory, options.out)
  const models = openModelFiles({ directory: environment.modelsDirectory, baseDirectory: environment.rootDirectory, fetch: context.fetch, now: context.now })
  await makeDirectory(directory)
  await using platform = await openCommandPlatform(context)
  using bars = new PhaseBars(context)
  const report = await evaluateNarratives(
    {
      platform,
      config,
      host: { fetch: context.fetch, now: context.now, log: () => {}, modelFile: (id) => models.path(id) },
      onProgress: (event) => bars.update(event),
      signal,
    },
    request,
  ).catch((error: unknown) => {
    throw error instanceof UnknownProviderError ? new UsageError(`narratives evaluate: ${error.message}`) : error
  })
  bars[Symbol.dispose]()
  await write(directory, report)
  const where = `${path.join(directory, 'page.html')} (to read) and report.json beside it`
  if (!report.complete) throw new InterruptedError(`Interrupted after ${report.items.length} of ${request.items} briefs. What was done is in ${where}.`)
  if (report.items.length < request.items)
    context.note(`Only ${report.items.length} of ${request.items} briefs could be drawn: the lists of the demo listeners hold no more.`)
  context.print(options.json ? JSON.stringify(report) : tableOf(report))
  context.note(`Every text, side by side: ${where}.`)
  sayWhoElse(context, platform.database)
  return exitCode.done
}

/** One bar for each phase, one after the other. */
class PhaseBars implements Disposable {
  #bar: { readonly phase: keyof typeof titles; readonly progress: Progress } | null = null

  constructor(private readonly context: CommandContext) {}

  update({ phase, done, total }: { readonly phase: keyof typeof titles; readonly done: number; readonly total: number }): void {
    if (this.#bar?.phase !== phase) {
      this[Symbol.dispose]()
      this.#bar = { phase, progress: this.context.progress(titles[phase]) }
    }
    this.#bar.progress.update({ done, total, unit: units[phase] })
  }

  [Symbol.dispose](): void {
    this.#bar?.progress[Symbol.dispose]()
    this.#bar = null
  }
}

function parseRequest(options: EvaluateNarrativesOptions): EvaluationRequest {
  const { style, recipe } = options
  const providers = [...new Set(options.providers.split(',').map((key) => key.trim()))].filter((key) => key !== '')
  if (providers.length === 0) throw new UsageError('narratives evaluate: --providers expects keys of providers, such as house-narrator,llama-local')
  if (style !== 'blurb' && style !== 'dj' && style !== 'pitch') throw new UsageError(`narratives evaluate: --style expects blurb, dj or pitch, not ${style}`)
  if (recipe !== undefined && !recipeNames.includes(recipe))
    throw new UsageError(`narratives evaluate: --recipe expects one of ${recipeNames.join(', ')}, not ${recipe}`)
  return {
    providers,
    items: parseNumber('items', options.items, 10_000),
    listeners: options.listeners === undefined ? null : parseNumber('listeners', options.listeners, 1_000),
    recipe: recipe ?? null,
    style,
    seed: parseNumber('seed', options.seed, 4_294_967_295),
    judge: options.judge ?? null,
  }
}

function parseNumber(name: string, text: string, most: number): number {
  const value = Number(text)
  if (!/^\d{1,10}$/.test(text) || value < 1 || value > most)
    throw new UsageError(`narratives evaluate: --${name} expects 1 to ${most.toLocaleString('en')}, not ${text}`)
  return value
}

/** 2026-11-23T22-05-01: a time that sorts, and that every file system takes. */
function stampOf(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
}

/** Before anything is measured: an hour's work should not end at a folder that cannot be written to. */
async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
    await access(directory, constants.W_OK)
  } catch (error) {
    throw new Error(`narratives evaluate: cannot write to ${directory} (${(error as NodeJS.ErrnoException).code}); name another folder with --out`, {
      cause: error,
    })
  }
}

/** A file is there whole, or not at all. */
async function write(directory: string, report: NarrativeEvaluation): Promise<void> {
  for (const [name, text] of [
    ['report.json', `${JSON.stringify(report)}\n`],
    ['page.html', renderEvaluationPage(report)],
  ] as const) {
    const file = path.join(directory, name)
    await writeFile(`${file}.part`, text)
    await rename(`${file}.part`, file)
  }
}

function tableOf(report: NarrativeEvaluation): string {
  const rows = summaryOf(report.providers)
  const lines = report.providers.flatMap(({ provider, model }, column) => [
    `${provider}${model === null ? '' : ` (${model})`}: ${countOf(report.asked.items, 'brief')}, ${countOf(report.asked.lists, 'list')}, ${countOf(report.asked.listeners, 'listener')}`,
    ...rows.map(({ name, goal, cells }) => {
      const cell = cells[column]
      const mark = cell?.isMet == null ? ' ' : cell.isMet ? '✓' : '✗'
      return `${mark} ${name.padEnd(50)} ${cell?.text ?? ''}${goal === '' ? '' : `  goal ${goal}`}`
    }),
    '',
  ])
  const { judge } = report
  if (judge !== null) {
    const { exact, weightedKappa, n } = judge.agreement
    lines.push(
      `The judge ${judge.provider}: on ${n} labelled texts the label's own score in ${exact.share === null ? 'unknown' : `${Math.round(exact.share * 100)} %`}, weighted kappa ${weightedKappa?.toFixed(2) ?? 'unknown'}; ${judge.unread.labelled} answers held no score.`,
    )
  }
  return lines.join('\n').trimEnd()
}

function countOf(value: number, noun: string): string {
  return `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`
}
