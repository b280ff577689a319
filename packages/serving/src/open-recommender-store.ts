import path from 'node:path'
import { openModelStore, type ModelStore } from '@linernotes/recommendations'

/** Trained recommenders stand beside the database. Needs no database itself. */
export function openRecommenderStore(dataDirectory: string, now: () => number): ModelStore {
  return openModelStore({ directory: path.join(dataDirectory, 'recommenders'), now })
}
