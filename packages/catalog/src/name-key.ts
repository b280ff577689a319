import { cleanText } from './clean-text.js'

/** An index entry of PostgreSQL holds at most 2,704 bytes, and two keys with their separator must fit. */
const LONGEST = 400
const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/i

/**
 * What two spellings of one name share: no diacritics, case or punctuation, "&" read as "and", a leading "the" dropped. A name
 * that consists of nothing else keeps its characters, so that no name but a blank one has an empty key. Keys are at most 400 long.
 */
export function nameKey(name: string): string {
  const words = plain.test(name) ? name.toLowerCase() : foldToWords(name)
  const folded = words.replace(/^(?:the )+(?=.)/, '')
  const key = folded === '' ? cleanText(name.normalize('NFKC').toLowerCase()) : folded
  return key.length > LONGEST ? cut(key) : key
}

/** Never between the halves of a character. */
function cut(key: string): string {
  return key
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
}

function foldToWords(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[’'`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
