import type { NarrativeProvider } from '../provider.js'
import { obedientProvider, type ObedientOptions } from './obedient-provider.js'

/** The ways in which a narrative can be false although it keeps the form. */
export type Lie = 'number' | 'name' | 'year' | 'quote' | 'genre' | 'praise'

const lies: Readonly<Record<Lie, string>> = {
  number: 'You played it 9,999 times.',
  name: 'Elvis Presley sings on it.',
  year: 'It came out in 1987.',
  quote: 'Somebody says: "This is the best thing I ever heard."',
  genre: 'A black metal record.',
  praise: 'An amazing, legendary masterpiece!',
}

/** Keeps the form of the contract and cites real facts, which say nothing of what it says. */
export function lyingProvider(options: Omit<ObedientOptions, 'word'> & { readonly lie?: Lie } = {}): NarrativeProvider {
  return obedientProvider({ ...options, word: () => lies[options.lie ?? 'number'] })
}
