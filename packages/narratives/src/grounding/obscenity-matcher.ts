import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'

let matcher: RegExpMatcher | null = null

/** Built once: building takes longer than checking hundreds of sentences. */
export function obscenityMatcher(): RegExpMatcher {
  matcher ??= new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers })
  return matcher
}
