import { findListener } from '@linernotes/listening'
import type { GatewayContext } from '../context.js'

/** Our id of the listener who is meant: by our id, by the client's own, or the one who asks; null: nobody, or nobody known. */
export async function listenerIdOf(context: GatewayContext, id: string | null | undefined): Promise<string | null> {
  const { db } = context.platform.database
  const wanted = id ?? context.viewerExternalId
  if (wanted === null) return null
  const found = (id && (await findListener(db, { id }))) || (await findListener(db, { externalId: wanted }))
  return found ? found.id : null
}
