import { readDataVersion } from '@linernotes/database'
import type { Platform } from '@linernotes/serving'
import type { Readiness } from './health-routes.js'

/** What stands in the way of answering; null: nothing. */
export type Hindrance = () => string | null

/** Ready while nothing stands in the way and the database answers within two seconds. */
export function createReadiness(platform: Platform, hindrance: Hindrance): Readiness {
  return async () => {
    const detail = hindrance()
    if (detail !== null) return { ready: false, detail }
    const deadline = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('the database does not answer')), 2_000).unref())
    return await Promise.race([readDataVersion(platform.database.db), deadline]).then(
      () => ({ ready: true, detail: platform.database.kind }),
      () => ({ ready: false, detail: 'the database does not answer' }),
    )
  }
}
