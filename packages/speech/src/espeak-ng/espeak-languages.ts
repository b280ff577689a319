import type { EspeakConfig } from './espeak-config.js'
import { runProgram } from './run-program.js'

const LIST_MS = 3_000

/** The languages that the installed program speaks, without regions, as it lists them; English where it is not there: health then says what to do. */
export async function espeakLanguages({ program }: EspeakConfig, signal: AbortSignal): Promise<readonly string[]> {
  try {
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(LIST_MS)])
    const list = await runProgram({ program, options: ['--voices'], input: '', signal: deadline, mostBytes: 200_000 })
    return languagesIn(list.toString('utf8'))
  } catch {
    signal.throwIfAborted()
    return ['en']
  }
}

/** Second column of the table; what is no language tag, such as a variant's name, is left out. */
export function languagesIn(table: string): readonly string[] {
  const named = table.split('\n').flatMap((line) => /^\s*\d+\s+([a-z]{2,3})(?:-\S+)?\s/u.exec(line)?.[1] ?? [])
  return [...new Set(['en', ...named])]
}
