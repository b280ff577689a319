import { cleanText, entityId } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { isTimeZone, toListener, type Listener } from './listener.js'

export interface ListenerDraft {
  readonly externalId: string
  readonly displayName?: string | null
  readonly locale?: string
  /** IANA name. */
  readonly timeZone?: string | null
  readonly synthetic?: boolean
}

/**
 * Finds or creates the listener, and takes over what the draft says; what it does not say stays.
 * @throws RangeError for a blank external id, an unknown time zone or a malformed locale
 */
export async function ensureListener(db: Kysely<Database>, draft: ListenerDraft): Promise<Listener> {
  const externalId = cleanText(draft.externalId)
  if (externalId === '' || externalId.length > 200) throw new RangeError('externalId: expected 1 to 200 visible characters')
  if (typeof draft.timeZone === 'string' && !isTimeZone(draft.timeZone))
    throw new RangeError(`timeZone: ${JSON.stringify(draft.timeZone)} is not an IANA name such as Europe/Berlin`)
  const said = {
    ...(draft.displayName !== undefined && { display_name: draft.displayName === null ? null : cleanText(draft.displayName) }),
    ...(draft.locale !== undefined && { locale: Intl.getCanonicalLocales(draft.locale)[0] ?? 'en' }),
    ...(draft.timeZone !== undefined && { time_zone: draft.timeZone }),
    ...(draft.synthetic !== undefined && { synthetic: draft.synthetic }),
  }
  const row = await db
    .insertInto('listeners')
    .values({ id: entityId('listener', externalId), external_id: externalId, display_name: null, locale: 'en', time_zone: null, synthetic: false, ...said })
    .onConflict((conflict) => conflict.column('external_id').doUpdateSet({ external_id: externalId, ...said }))
    .returningAll()
    .executeTakeFirstOrThrow()
  return toListener(row)
}
