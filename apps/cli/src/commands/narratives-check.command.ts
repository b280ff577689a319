import { checkGrounding, readCorpus, type GroundingReport, type GroundingShare } from '@linernotes/narratives'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'

export interface CheckNarrativesOptions {
  readonly mutations: string
  readonly seed: string
  readonly json?: true
}

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/u.test(text) ? Number(text) : null
}

/** `linernotes narratives check`: grounds the labelled corpus and its mutations. Fails where a goal is missed. */
export async function checkNarrativesCommand(context: CommandContext, options: CheckNarrativesOptions): Promise<ExitCode> {
  const [mutations, seed] = [wholeNumber(options.mutations), wholeNumber(options.seed)]
  if (mutations === null || seed === null) {
    context.note(`${mutations === null ? '--mutations' : '--seed'}: expected a whole number from 0 on`)
    return exitCode.usage
  }
  const corpus = await readCorpus()
  using progress = context.progress('Grounding')
  const report = await checkGrounding(corpus, {
    mutations,
    seed,
    signal: context.signal,
    onProgress: ({ done, total }) => progress.update({ done, total, unit: 'mutations' }),
  })
  if (options.json) context.print(JSON.stringify(report))
  else for (const line of sayReport(report)) context.print(line)
  return report.goals.met ? exitCode.done : exitCode.failed
}

function percent(value: number | null): string {
  return value === null ? '-' : `${(value * 100).toFixed(1)} %`
}

function say({ count, of, share, low, high }: GroundingShare): string {
  return `${percent(share).padStart(7)}  ${`${count} of ${of}`.padStart(14)}   ${percent(low)} to ${percent(high)}`
}

function sayReport({ all, parts, kinds, published, refused, mutations, goals }: GroundingReport): string[] {
  return [
    `${all.texts} texts, of which ${all.brokenRefused.of} broken and ${all.trueRefused.of} true; shares with 95 % intervals (Wilson)`,
    '',
    `broken refused          ${say(all.brokenRefused)}   goal: at least ${percent(goals.brokenRefused)}`,
    ...(['tune', 'held-out'] as const).map((part) => `  ${part.padEnd(20)}  ${say(parts[part].brokenRefused)}`),
    `true refused            ${say(all.trueRefused)}   goal: at most ${percent(goals.trueRefused)}`,
    ...(['tune', 'held-out'] as const).map((part) => `  ${part.padEnd(20)}  ${say(parts[part].trueRefused)}`),
    `mutations refused       ${say(mutations.refused)}   seed ${mutations.seed}`,
    ...Object.entries(mutations.kinds).map(([kind, share]) => `  ${kind.padEnd(20)}  ${say(share)}`),
    '',
    `${'kind'.padEnd(30)}${'recall'.padEnd(50)}${'precision'.padEnd(12)}chief reason`,
    ...kinds.map(
      ({ kind, code, recall, precision }) => `${kind.padEnd(28)}${say(recall).padEnd(52)}${percent(precision.share).padStart(7)}     ${code ?? '-'}`,
    ),
    ...(published.length === 0 ? [] : ['', 'broken, and published:', ...published.map((miss) => `  ${miss.kind} · ${miss.brief}: ${miss.text} (${miss.why})`)]),
    ...(refused.length === 0 ? [] : ['', 'true, and refused:', ...refused.map((miss) => `  ${miss.brief}: ${miss.text} (${miss.reasons.join('; ')})`)]),
    ...(mutations.published.length === 0
      ? []
      : ['', 'mutations that passed:', ...mutations.published.map(({ brief, from, to, text }) => `  ${brief}: ${from} → ${to}: ${text}`)]),
    '',
    goals.met ? 'The goals are met.' : 'A goal is missed.',
  ]
}
