import type { CommandContext } from '../command-context.js'
import type { Trial, TriedAttempt } from './providers-trial.js'

type Print = CommandContext['print']

/** What one provider wrote: the text, what each clause rests on, and what was refused. */
export function printTrial(print: Print, trial: Trial, isPrinted: boolean): void {
  if (!isPrinted) print(trial.text ?? `(nothing: ${trial.fallbackReason})`)
  print('')
  printDetails(print, trial)
}

/** Two providers side by side, then what each text rests on. */
export function printTrials(print: Print, trials: readonly Trial[]): void {
  const width = 48
  const columns = trials.map((trial) => [trial.asked, '', ...wrap(trial.text ?? `(nothing: ${trial.fallbackReason})`, width)])
  const height = Math.max(...columns.map((column) => column.length))
  for (let row = 0; row < height; row += 1)
    print(
      columns
        .map((column) => (column[row] ?? '').padEnd(width))
        .join('  │ ')
        .trimEnd(),
    )
  for (const trial of trials) {
    print('')
    print(`── ${trial.asked}`)
    printDetails(print, trial)
  }
}

function printDetails(print: Print, trial: Trial): void {
  const numbers = new Map(trial.evidence.map(({ id }, index) => [id, index + 1]))
  for (const { text, support, evidenceIds } of trial.claims) {
    const rests = evidenceIds.flatMap((id) => numbers.get(id) ?? []).map((number) => `[${number}]`)
    print(support === 'supported' ? `  ✓ ${text}  ${rests.join('')}`.trimEnd() : `  ~ ${text}  (opinion)`)
  }
  for (const { id, statement, source, licence } of trial.evidence) print(`    [${numbers.get(id)}] ${statement} (${source}, ${licence})`)
  for (const line of summary(trial)) print(line)
  for (const [index, attempt] of trial.attempts.entries()) {
    if (saysTheSame(attempt, trial.attempts[index - 1])) print(`attempt ${index + 1}: ${attempt.provider} says the same again`)
    else printAttempt(print, attempt, index + 1)
  }
  if (trial.facts.length > 0) print('facts that could be cited:')
  for (const { id, statement } of trial.facts) print(`    ${id.padEnd(4)}${statement.replaceAll(/\s+/gu, ' ')}`)
}

function summary({ asked, writer, model, realisation, promptVersion, fallbackReason, usage }: Trial): readonly string[] {
  const who =
    writer === null ? [] : [`written by ${writer} (${model}, ${realisation === 'rules' ? 'words by rules' : 'its own words'}, prompt ${promptVersion})`]
  const why = fallbackReason === null || writer === null ? [] : [`not by ${asked}, because: ${fallbackReason}`]
  return [...who, ...why, ...(usage === null ? [] : [figures(usage)])]
}

/** Rules cannot learn from a refusal: asked again, they may have nothing else to say. */
function saysTheSame(attempt: TriedAttempt, before: TriedAttempt | undefined): boolean {
  return before !== undefined && whatItSays(attempt) === whatItSays(before)
}

function whatItSays({ provider, sentences, failure }: TriedAttempt): string {
  return JSON.stringify([provider, sentences.map(({ text }) => text), failure])
}

function printAttempt(print: Print, attempt: TriedAttempt, number: number): void {
  print(`attempt ${number}: ${attempt.provider}${attempt.model === null ? '' : ` (${attempt.model})`}, ${figures({ ...attempt.usage, ...attempt })}`)
  for (const warning of attempt.warnings) print(`    warning: ${warning}`)
  for (const { text, accepted, factIds, refusals } of attempt.sentences) {
    print(`  ${accepted ? '✓' : '✗'} ${text}${factIds.length === 0 ? '' : `  [${factIds.join(' ')}]`}`)
    for (const { code, reason } of refusals) print(`      refused, ${code}: ${reason}`)
  }
  if (attempt.failure !== null) print(`  ✗ ${attempt.failure.code}: ${attempt.failure.message}`)
  else if (!attempt.isComplete) print('  · not read to its end: there were enough words')
}

interface Figures {
  readonly latencyMs: number
  readonly timeToFirstTokenMs?: number | null
  readonly firstTextMs?: number | null
  readonly inputTokens?: number | null
  readonly outputTokens?: number | null
  readonly costMicroUsd?: number | null
}

/** null is unknown, and says so by saying nothing. */
function figures({ latencyMs, timeToFirstTokenMs, firstTextMs, inputTokens, outputTokens, costMicroUsd }: Figures): string {
  const first = timeToFirstTokenMs ?? firstTextMs ?? null
  return [
    `${latencyMs} ms`,
    ...(first === null ? [] : [`first words after ${first} ms`]),
    ...(inputTokens === null || inputTokens === undefined ? [] : [`${inputTokens} tokens in`]),
    ...(outputTokens === null || outputTokens === undefined ? [] : [`${outputTokens} tokens out`]),
    ...(costMicroUsd === null || costMicroUsd === undefined ? [] : [`$${(costMicroUsd / 1_000_000).toFixed(6)}`]),
  ].join(', ')
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
