/** Letters of other scripts, and what a reader takes them for. */
const pairs =
  'аa вb еe ёe кk мm нh оo рp сc тt уy хx ѕs іi їi јj ԁd ԛq ԝw һh ӏl ьb гr пn αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw ϲc ϳj ɑa ɡg ɩi ɪi ʀr ѵv օo սu ցg ոn հh ᴏo ᴄc ᴠv ᴢz ꞵb ℓl ıi łl øo đd ħh ŧt ƒf ⅼl ⅰi ⅽc ⅾd ⅿm'
const lookalikes = new Map(pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]))
const dots = /[\u3002\uFF0E\uFF61\u2024\u2027\u00B7\u2E31\uA78F\u0701\u0702\u06D4]/gu

/** A text as a careless reader, or a machine that makes links, sees it: in plain lower-case letters, marks off, look-alikes replaced. Only for searching. */
export function foldLookalikes(text: string): string {
  return Array.from(
    text
      .replaceAll(dots, '.')
      .normalize('NFKD')
      .replaceAll(/[\p{M}\p{Cf}]/gu, '')
      .toLowerCase(),
    (character) => lookalikes.get(character) ?? character,
  ).join('')
}
