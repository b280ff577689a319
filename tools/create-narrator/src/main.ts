#!/usr/bin/env node
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createNarrator, templateNames } from './create-narrator.js'
import { parseName } from './narrator-name.js'
import { sayNextSteps } from './say-next-steps.js'
import { UsageError } from './usage-error.js'

const help = `Usage: pnpm create-narrator NAME [--template rules|langchain] [--directory PATH]

  NAME         the key of the provider, such as night-owl
  --template   rules: wordings of your own; langchain: any LangChain chat model (default: rules)
  --directory  make a package of its own there, outside this repository (default: plugins/NAME)`

function readArguments(): { readonly name: string | undefined; readonly template: string; readonly directory: string | undefined; readonly help: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { template: { type: 'string', default: 'rules' }, directory: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    })
    if (positionals.length > 1) throw new UsageError(`One name, not ${positionals.length}: ${positionals.join(', ')}`)
    return { name: positionals[0], template: values.template, directory: values.directory, help: values.help }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function main(): Promise<number> {
  const given = readArguments()
  if (given.help) {
    process.stdout.write(`${help}\n`)
    return 0
  }
  const name = parseName(given.name)
  const template = templateNames.find((one) => one === given.template)
  if (template === undefined) throw new UsageError(`--template is one of ${templateNames.join(', ')}; not ${given.template}`)
  const repository = path.resolve(import.meta.dirname, '../../..')
  const root = existsSync(path.join(repository, 'packages/narrative-sdk')) ? repository : null
  const typedIn = process.env['INIT_CWD'] ?? process.cwd()
  const directory = given.directory === undefined ? null : path.resolve(typedIn, given.directory)
  const created = await createNarrator({ name, template, root, directory })
  for (const line of sayNextSteps(name, created)) process.stdout.write(`${line}\n`)
  return created.registration !== null && created.registration.byHand.length > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  const isUsage = error instanceof UsageError
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${isUsage ? `\n${help}\n` : ''}`)
  process.exitCode = isUsage ? 2 : 1
}
