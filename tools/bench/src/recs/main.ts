// pnpm bench:recs: what finding, training and serving recommendations cost, against a control in the same run.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from '../machine.js'
import { printScans } from './print-scans.js'
import { printServing } from './print-serving.js'
import { printTrainings } from './print-trainings.js'

const parts = { scan: printScans, training: printTrainings, serving: printServing } as const
const names = Object.keys(parts) as (keyof typeof parts)[]
const usage = `bench:recs [--full] [--interactions FILE] [${names.join(' | ')} ...]; --full takes long: EASE over 5,000 items, iALS over 2,000,000 interactions`

function fail(message: string): never {
  process.stderr.write(`bench:recs: ${message}; usage: ${usage}\n`)
  process.exit(2)
}

function readArguments(): { readonly full: boolean; readonly interactions: string | null; readonly wanted: readonly (keyof typeof parts)[] } {
  try {
    const args = process.argv.slice(2).filter((argument) => argument !== '--')
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { full: { type: 'boolean', default: false }, interactions: { type: 'string' } },
    })
    const unknown = positionals.filter((name) => !names.some((known) => known === name))
    if (unknown.length > 0) return fail(`there is no ${unknown.join(', ')}`)
    const { full, interactions } = values
    // Where the command was typed, not where the package lies.
    const file = interactions === undefined ? null : path.resolve(process.env['INIT_CWD'] ?? '.', interactions)
    return { full, interactions: file, wanted: names.filter((name) => positionals.length === 0 || positionals.includes(name)) }
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

const { full, interactions, wanted } = readArguments()
const print = (line: string): void => void process.stdout.write(`${line}\n`)
print(machine(new Date()))
for (const name of wanted) {
  print('')
  await parts[name]({ full, interactions, print, note: (line) => void process.stderr.write(`  ${line} …\n`) })
}
