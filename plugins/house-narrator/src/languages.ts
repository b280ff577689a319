import type { Language } from './language.js'
import { english } from './phrases/en/english.js'

/** By primary subtag of BCP 47. Another language is a folder beside `en` and one line here. */
export const languages: Readonly<Record<string, Language>> = { en: english }

/** 'en-GB' is served by 'en'. Which languages there are at all, the capabilities have said before. */
export function findLanguage(tag: string): Language {
  const primary = tag.split('-')[0]?.toLowerCase() ?? ''
  return Object.hasOwn(languages, primary) ? (languages[primary] ?? english) : english
}
