/**
 * What two spellings of one name share: no diacritics, case or punctuation, "&" read as "and", a leading "the" dropped. A name
 * that consists of nothing else keeps its characters, so that no name but a blank one has an empty key.
 */
export function nameKey(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[’'`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/, '')
  return folded === '' ? name.normalize('NFKC').toLowerCase().trim() : folded
}
