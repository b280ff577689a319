import type { Database } from '@linernotes/database'
import { findListener } from '@linernotes/listening'
import type { Kysely } from 'kysely'
import type { GatewayContext } from '../context.js'

/** Our id of the listener who is meant: by our id, by the client's own, or the one who asks; null: nobody, or nobody known. */
export async function listenerIdOf(context: GatewayContext, id: string | null | undefined): Promise<string | null> {
  const { db } = context.platform.database
  if (id != null) return await findListenerId(db, id)
  const { viewerExternalId } = context
  return viewerExternalId === null ? null : ((await findListener(db, { externalId: viewerExternalId }))?.id ?? null)
}

/** Our id of a listener, by our id or by the client's own; null: nobody known. */
export async function findListenerId(db: Kysely<Database>, id: string): Promise<string | null> {
  const found = (await findListener(db, { id })) ?? (await findListener(db, { externalId: id }))
  return found?.id ?? null
}
