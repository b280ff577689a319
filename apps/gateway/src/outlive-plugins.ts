import { runningPlugin } from '@linernotes/narratives'
import type { Logger } from 'pino'

/**
 * An exception that nobody caught ends the service, and a supervisor starts it anew: nobody knows what it left half done. One in a timer or an event of a plugin's own
 * left nothing of ours half done: it is logged under the plugin's key, and the service goes on.
 */
export function outlivePlugins(log: Logger, crash: () => void): void {
  // A promise that a plugin forgot must not end the service either.
  process.on('unhandledRejection', (err) => log.error({ err, provider: runningPlugin() }, 'gateway.unhandled-rejection'))
  let crashed = false
  process.on('uncaughtException', (err) => {
    const provider = runningPlugin()
    if (provider !== null) {
      log.error({ err, provider }, 'gateway.plugin-exception')
      return
    }
    log.fatal({ err }, 'gateway.crashed')
    if (crashed) process.exit(1)
    crashed = true
    process.once('exit', () => (process.exitCode = 1))
    crash()
  })
}
