import type { Language } from './language.js'
import { english } from './phrases/en/english.js'

/** By primary subtag of BCP 47. */
export type Languages = Readonly<Record<string, Language>>

/** Another language is a folder beside `en` and one line here. */
export const languages: Languages = { en: english }

/** 'en-GB' is served by 'en'; null: not spoken. */
export function findLanguage(tag: string, spoken: Languages): Language | null {
  const primary = tag.split('-', 1)[0]?.toLowerCase() ?? ''
  return Object.hasOwn(spoken, primary) ? (spoken[primary] ?? null) : null
}
