import type { RecommendationModel } from '../model/recommendation-model.js'
import { makeSearchable, matchCreators } from '../model/trained-creators.js'
import { isVersion } from './model-header.js'
import type { ModelStore } from './model-store.js'
import { ModelStoreError } from './model-store-error.js'

/**
 * The model as it was when a list of this `modelVersion` was made: with the trained model that it names, whichever is in force now. Where that was deleted, or is
 * damaged, the model as it is: what is made with it names another version.
 */
export async function modelNamed(model: RecommendationModel, store: ModelStore, modelVersion: string, signal: AbortSignal): Promise<RecommendationModel> {
  await model.refresh()
  const { snapshot } = model
  const named = modelVersion.split('+').find(isVersion) ?? null
  if (named === (snapshot.trained?.version ?? null)) return model
  try {
    const trained = named === null ? null : matchCreators(makeSearchable(await store.open(named, signal)), snapshot.catalogue)
    return { snapshot: { ...snapshot, trained }, refresh: async () => false, keepFresh: async () => {}, [Symbol.dispose]: () => {} }
  } catch (error) {
    if (error instanceof ModelStoreError) return model
    throw error
  }
}
