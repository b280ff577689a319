import { readDataVersion } from '@linernotes/database'
import type { Platform } from '@linernotes/serving'
import type { Readiness } from './health-routes.js'

/** Ready while the database answers within two seconds and nobody has asked the process to stop. */
export function createReadiness(platform: Platform, stopping: AbortSignal): Readiness {
  return async () => {
    if (stopping.aborted) return { ready: false, detail: 'draining' }
    const deadline = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('the database does not answer')), 2_000).unref())
    return await Promise.race([readDataVersion(platform.database.db), deadline]).then(
      () => ({ ready: true, detail: platform.database.kind }),
      () => ({ ready: false, detail: 'the database does not answer' }),
    )
  }
}
