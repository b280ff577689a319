// pnpm bench:llm: what the local model gives through its plugin, against a control in the same run.
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseEnvironment } from '@linernotes/configuration'
import { machine } from '../machine.js'
import { findModel } from './find-model.js'
import { measureLlm } from './measure-llm.js'
import { printFigures } from './print-figures.js'
import { root } from './llama-local.js'

const usage = 'bench:llm [--model ID_OR_FILE] [--threads N] [--rounds N] [--json]'

function fail(message: string, code: number): never {
  process.stderr.write(`bench:llm: ${message}\n`)
  process.exit(code)
}

function readArguments(): { model?: string; threads: number; rounds: number; json: boolean } {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(2).filter((argument) => argument !== '--'),
      options: { model: { type: 'string' }, threads: { type: 'string' }, rounds: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const threads = whole('threads', values.threads, Math.max(1, availableParallelism() - 1))
    return { ...(values.model !== undefined && { model: values.model }), threads, rounds: whole('rounds', values.rounds, 5), json: values.json }
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}; usage: ${usage}`, 2)
  }
}

function whole(name: string, text: string | undefined, fallback: number): number {
  const value = Number(text ?? fallback)
  if (!Number.isInteger(value) || value < 1 || value > 256) throw new TypeError(`--${name} expects a whole number from 1 to 256, not ${text}`)
  return value
}

const { model, threads, rounds, json } = readArguments()
const parsed = parseEnvironment(process.env, root)
if (!parsed.ok) fail(parsed.problems.join('; '), 1)
const note = (line: string): void => void process.stderr.write(`${line}\n`)
const found = await findModel(parsed.environment, model ?? null, note)
if (found === null) fail(`there is no model ${model}; get one: npx -y pnpm@12.21.0 linernotes models pull smollm2-135m-instruct`, 1)
const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-bench-llm-'))
try {
  const figures = await measureLlm({ modelPath: found.path, threads, rounds, directory, note })
  const facts = { machine: machine(new Date()), model: found.name, threads, ...figures }
  process.stdout.write(json ? `${JSON.stringify(facts)}\n` : `${printFigures(facts)}\n`)
} finally {
  await rm(directory, { recursive: true, force: true })
}
