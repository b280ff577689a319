import { rm } from 'node:fs/promises'
import { runGateway } from './run-gateway.js'
import { sampleDirectory } from './sample-directory.js'

export interface Site extends AsyncDisposable {
  readonly url: string
  /** Ends the process and keeps its data: `SIGTERM` as an operator would, `SIGKILL` as a power cut would. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Starts it again on the same port and data. */
  start(): Promise<void>
}

/** The built gateway with its pages on the embedded sample, for journeys. `pnpm test` builds it first. For a small catalogue, use `createTestGateway` of the gateway. */
export async function startSite(variables: Readonly<Record<string, string>> = {}): Promise<Site> {
  const directory = await sampleDirectory()
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true })
  let gateway = await runGateway({ directory, port: 0, variables }).catch(async (error: unknown) => {
    await remove()
    throw error
  })
  const { url, port } = gateway
  return {
    url,
    stop: (signal = 'SIGTERM') => gateway.stop(signal),
    start: async () => {
      gateway = await runGateway({ directory, port, variables })
    },
    [Symbol.asyncDispose]: async () => {
      await gateway.stop('SIGTERM')
      await remove()
    },
  }
}
