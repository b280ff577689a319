import 'reflect-metadata'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseEnvironment } from '@linernotes/configuration'
import { watchBlocking } from '@linernotes/narratives'
import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { explainStartFailure } from './explain-start-failure.js'
import { outlivePlugins } from './outlive-plugins.js'
import { startGateway } from './start-gateway.js'

const rootDirectory = path.resolve(import.meta.dirname, '../../..')
const environmentFile = path.join(rootDirectory, '.env')
if (existsSync(environmentFile)) process.loadEnvFile(environmentFile)
const parsed = parseEnvironment(process.env, rootDirectory)
if (!parsed.ok) {
  for (const problem of parsed.problems) process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const stop = new AbortController()
const log = pino({ level: parsed.environment.logLevel }, pino.destination(2))
const starting = startGateway(parsed.environment, log, stop.signal, (line) => void process.stdout.write(`${line}\n`))
const closing = closeWithGrace({ delay: 15_000, logger: false, skip: ['unhandledRejection', 'uncaughtException'] }, async () => {
  stop.abort(new DOMException('The gateway is stopping.', 'AbortError'))
  const gateway = await starting.catch(() => null)
  await gateway?.[Symbol.asyncDispose]()
})
outlivePlugins(log, () => void closing.close())
watchBlocking({ stateDirectory: path.join(parsed.environment.dataDirectory, 'plugins'), format: 'json' })
await starting.catch((error: unknown) => {
  if (stop.signal.aborted) return
  process.stderr.write(`${explainStartFailure(error, parsed.environment)}\n`)
  process.exit(1)
})
