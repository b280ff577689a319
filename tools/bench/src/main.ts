import { machine } from './machine.js'
import { measureGateway } from './gateway/measure-gateway.js'
import { measureImports } from './import/measure-imports.js'

const benchmarks = { gateway: measureGateway, import: measureImports } as const

const wanted = process.argv.slice(2)
const names = Object.keys(benchmarks) as (keyof typeof benchmarks)[]
const unknown = wanted.filter((name) => !names.some((known) => known === name))
if (unknown.length > 0) {
  process.stderr.write(`bench: there is no ${unknown.join(', ')}; there are ${names.join(', ')}\n`)
  process.exit(2)
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
print(machine(new Date()))
for (const name of names.filter((known) => wanted.length === 0 || wanted.includes(known))) {
  print('')
  await benchmarks[name]({ print, note: (line) => void process.stderr.write(`${line}\n`), databaseUrl: process.env['DATABASE_URL'] || undefined })
}
