import path from 'node:path'
import type { Environment } from '@linernotes/configuration'
import { importSample, SIGNING_KEY_FILE } from '@linernotes/serving'
import type { Logger } from 'pino'
import { banner } from './banner.js'
import { composeGateway, type Gateway } from './composition.js'

/** Opens everything, listens, imports the sample into a new embedded database, and says where. An aborted signal ends that, or makes it say that it is draining. */
export async function startGateway(environment: Environment, log: Logger, signal: AbortSignal, print: (line: string) => void): Promise<Gateway> {
  if (environment.databaseUrl !== undefined && !environment.insecure) {
    throw new Error(
      'DATABASE_URL is set: served mode answers nobody without a key, and keys are not built yet. Set LINERNOTES_INSECURE=1 to answer everybody who can reach this port.',
    )
  }
  let starting = true
  const hindrance = (): string | null => (signal.aborted ? 'draining' : starting ? 'starting' : null)
  await using opened = new AsyncDisposableStack()
  const gateway = opened.use(await composeGateway(environment, log, hindrance))
  // The port first: whoever has it, has it before a minute of importing.
  const { port } = await gateway.server.listen(environment.port, environment.host)
  const { platform } = gateway
  await importSample({ db: platform.database.db, now: platform.now, signal }, path.join(environment.rootDirectory, 'data'), {
    onStep: tell,
    onlyIntoEmpty: platform.database.kind === 'served',
  })
  await platform.model()
  signal.throwIfAborted()
  for (const line of banner({ host: environment.host, port, kind: platform.database.kind, providers: await platform.narrator.providers() })) print(line)
  if (platform.database.kind === 'served' && environment.signingKey === undefined)
    process.stderr.write(
      `  Receipts are signed with ${path.join(environment.dataDirectory, SIGNING_KEY_FILE)}. Set LINERNOTES_SIGNING_KEY where several servers answer for one database.\n`,
    )
  starting = false
  opened.move()
  return gateway
}

const tell = (title: string): void => void process.stderr.write(`  importing ${title} …\n`)
