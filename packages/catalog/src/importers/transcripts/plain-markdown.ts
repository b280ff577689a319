import { cleanText } from '../../clean-text.js'

/** Escaped characters are put where no mark of Markdown is, and brought back at the end. */
const PRIVATE = 0xe000

/** Words without the marks of Markdown: links keep their text, stage directions such as \[laughs\] and times in the middle go. */
export function plainMarkdown(text: string): string {
  const plain = text
    .replaceAll(/[\uE021-\uE07E]/g, '')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '$1')
    .replaceAll(/(?<![\p{L}\p{N}_)\]])\\?\[[^\][]{0,60}\\?\]/gu, ' ')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, (_, character: string) => String.fromCharCode(PRIVATE + character.charCodeAt(0)))
    .replaceAll(/^\s{0,3}(?:#{1,6}|>|[-+*])\s+/gm, '')
    .replaceAll(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]*[^*_\s])\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/^\s*([*_])(\S[^*_]*?)\s*\1\s*$/, '$2')
    .replaceAll('`', '')
    .replaceAll(/[\uE021-\uE07E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - PRIVATE))
  return cleanText(plain).replaceAll(/ +([,.;:!?])(?= |$)/g, '$1')
}
