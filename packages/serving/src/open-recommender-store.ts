import path from 'node:path'
import { modelSeal, openModelStore, type ModelStore, type SigningKey } from '@linernotes/recommendations'

/** Trained recommenders stand beside the database. Needs no database itself. With the key that signs receipts, what is trained is sealed, and seals can be checked. */
export function openRecommenderStore(dataDirectory: string, now: () => number, key?: SigningKey): ModelStore {
  return openModelStore({ directory: path.join(dataDirectory, 'recommenders'), now, ...(key !== undefined && { seal: modelSeal(key) }) })
}
