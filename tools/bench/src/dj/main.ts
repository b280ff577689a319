// pnpm sim:dj: a thousand transitions of the DJ on a fake clock, with a provider that hangs and fails; with --real some on a real one.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig, parseEnvironment } from '@linernotes/configuration'
import { openDj, type After, type Understand } from '@linernotes/dj'
import { importSample, openPlatform } from '@linernotes/serving'
import { FakeClock } from './fake-clock.js'
import { faultyNarrator } from './faulty-narrator.js'
import { openSimConfig } from './open-sim-config.js'
import { passFakeTime, passRealTime } from './pass-time.js'
import { runSessions } from './run-sessions.js'
import { seededRandom } from './seeded-random.js'
import { printReport, reportOf } from './sim-report.js'

const usage = 'sim:dj [--transitions N] [--seed N] [--json] [--real [--provider KEY] [--item-seconds N]]; --item-seconds 20: items last 20 s at most'
const root = path.resolve(import.meta.dirname, '..', '..', '..', '..')
const note = (line: string): void => void process.stderr.write(`${line}\n`)

function fail(message: string): never {
  note(`sim:dj: ${message}; usage: ${usage}`)
  process.exit(2)
}

function readArguments() {
  try {
    const args = process.argv.slice(2).filter((argument) => argument !== '--')
    const text = { type: 'string' } as const
    const flag = { type: 'boolean', default: false } as const
    const { values } = parseArgs({ args, options: { transitions: text, seed: text, json: flag, real: flag, provider: text, 'item-seconds': text } })
    const number = (name: 'transitions' | 'seed' | 'item-seconds', otherwise: number): number => {
      const value = values[name] === undefined ? otherwise : Number(values[name])
      return Number.isFinite(value) && value > 0 ? value : fail(`--${name}: expected a number above 0`)
    }
    if (!values.real && (values.provider !== undefined || values['item-seconds'] !== undefined)) fail('--provider and --item-seconds go with --real')
    return {
      ...values,
      transitions: Math.floor(number('transitions', values.real ? 30 : 1_000)),
      seed: Math.floor(number('seed', 1)),
      itemSeconds: number('item-seconds', 100_000),
    }
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

/** Words of the simulation, nothing else. */
const understand: Understand = async (_, request) => ({
  operations: request === 'end' ? [{ type: 'playback', action: 'end' }] : [{ type: 'energy', direction: request === 'calmer' ? 'calmer' : 'livelier' }],
  understood: [request],
  refused: [],
})

const options = readArguments()
const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort(new DOMException('Interrupted', 'AbortError')))

async function main(): Promise<number> {
  await using opened = new AsyncDisposableStack()
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-sim-'))
  opened.defer(() => rm(directory, { recursive: true, force: true }))
  const parsed = parseEnvironment({ ...process.env, LINERNOTES_DATA_DIR: directory, DATABASE_URL: undefined }, root)
  if (!parsed.ok) return fail(parsed.problems.join('; '))
  const fake = new FakeClock(Date.now())
  const now = options.real ? Date.now : fake.now
  const after: After = options.real
    ? (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds)
        return () => clearTimeout(timer)
      }
    : fake.after
  const faulty = faultyNarrator({ stalls: 0.1, failures: 0.1, random: seededRandom(options.seed), after: fake.after })
  const config = await openSimConfig(await loadConfig(parsed.environment), options.real ? null : faulty.plugin)
  const provider = options.real ? (options.provider ?? config.order.track[0] ?? 'house-narrator') : 'faulty-narrator'
  const { modelsDirectory, rootDirectory } = parsed.environment
  const signal = interrupted.signal
  const where = { dataDirectory: directory, modelsDirectory: process.env['LINERNOTES_MODELS_DIR'] ?? modelsDirectory, rootDirectory }
  const platform = opened.use(await openPlatform({ ...where, config, now, fetch, log: () => undefined, signal }))
  note('importing the sample ...')
  await importSample({ db: platform.database.db, now, signal }, path.join(root, 'data'), { onStep: () => undefined, onlyIntoEmpty: true })
  const dj = opened.use(
    await openDj({
      platform,
      speaker: null,
      understand,
      now,
      random: seededRandom(options.seed),
      after,
      log: () => undefined,
      longestItemMs: options.itemSeconds * 1_000,
    }),
  )
  const listeners = await platform.database.db.selectFrom('listeners').select('id').orderBy('external_id').limit(25).execute()
  const isShown = process.stderr.isTTY
  const onTransition = (done: number): void => {
    if (isShown) process.stderr.write(`\r${'█'.repeat(Math.round((30 * done) / options.transitions)).padEnd(30, '░')} ${done} of ${options.transitions}`)
  }
  const plan = { transitions: options.transitions, listenerIds: listeners.map(({ id }) => id), perSession: 40, seed: options.seed, onTransition, signal }
  const clock = passFakeTime(fake, faulty.hanging)
  const run = options.real
    ? await runSessions(dj, { ...plan, provider, steerEvery: 10 }, () => performance.now(), passRealTime(signal))
    : await runSessions(dj, { ...plan, provider: null, steerEvery: 10 }, clock.movedAt, clock.passTime, fake.now)
  if (isShown) process.stderr.write('\n')
  const report = await reportOf(platform, { mode: options.real ? 'real clock' : 'fake clock', provider, ...run })
  const faults = options.real ? {} : { faults: faulty.counts }
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...report, ...faults })}\n`
      : `${printReport(report)}\n${options.real ? '' : `  of ${faulty.counts.calls} calls ${faulty.counts.stalls} hung and ${faulty.counts.failures} failed\n`}`,
  )
  return report.ready === report.transitions ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  note(`sim:dj: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = interrupted.signal.aborted ? 130 : 1
}
