import path from 'node:path'
import { loadConfig } from '@linernotes/configuration'
import { openModelFiles } from '@linernotes/model-files'
import { type Diagnosis, type Examination, examineProviders } from '@linernotes/narratives'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'

const marks = { ok: '✓', warning: '!', problem: '✗', skipped: '·' } as const

/** `linernotes providers doctor [KEY]`: what each provider needs, whether it has it, and what to do. 1 if one of the configured order cannot work. */
export async function doctorCommand(context: CommandContext, key: string | undefined, options: { json?: true }): Promise<ExitCode> {
  const { environment, signal, fetch, now } = context
  const config = await loadConfig(environment)
  const models = openModelFiles({ directory: environment.modelsDirectory, baseDirectory: environment.rootDirectory, fetch, now })
  const host = {
    fetch,
    now,
    log: () => {},
    stateDirectory: path.join(environment.dataDirectory, 'plugins'),
    modelFile: (id: string) => models.path(id),
  }
  context.note(`Asking ${key ?? 'every provider'} for one narrative …`)
  const diagnosis = await examineProviders(config, host, { only: key ?? null, signal })
  const known = diagnosis.providers.flatMap((provider) => provider.key ?? [])
  // Of those that cannot be loaded nobody knows the key.
  if (key !== undefined && !known.includes(key) && diagnosis.providers.every((provider) => provider.key !== null))
    throw new UsageError(`providers doctor: no provider ${JSON.stringify(key)}; ${configured(config.order)}`)
  if (options.json) context.print(JSON.stringify(diagnosis))
  else printDiagnosis(context, diagnosis)
  const failing = diagnosis.providers.some((provider) => !provider.works && (provider.key === null || provider.inOrder.length > 0))
  return failing || diagnosis.problems.length > 0 ? exitCode.failed : exitCode.done
}

function configured(order: { readonly track: readonly string[]; readonly episode: readonly string[] }): string {
  return `the configured order has ${[...new Set([...order.track, ...order.episode])].join(', ')}`
}

function printDiagnosis({ print }: CommandContext, { problems, providers }: Diagnosis): void {
  for (const problem of problems) print(`✗ ${problem}`)
  for (const provider of providers) printExamination(print, provider)
}

function printExamination(print: CommandContext['print'], { place, key, inOrder, works, checks }: Examination): void {
  const where = inOrder.length === 0 ? 'not in the order' : `in the order of ${inOrder.join('s and ')}s`
  print(`${works ? '●' : '○'} ${key ?? place}  ${works ? 'works' : 'cannot work'}, ${where}`)
  for (const { check, state, detail, remedy } of checks) {
    print(`  ${marks[state]} ${check.padEnd(13)}${detail ?? ''}`.trimEnd())
    if (remedy !== null) print(`    ${''.padEnd(11)}→ ${remedy}`)
  }
}
