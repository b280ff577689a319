import { it, expect } from 'vitest'
import { nameKey, cleanText, parseIsrc } from '../index.js'
it('every code point', () => {
  const bad: string[] = []
  for (let c = 0; c < 0x110000; c++) {
    if (c >= 0xd800 && c <= 0xdfff) continue
    const s = String.fromCodePoint(c)
    for (const t of [s, 'a' + s, s + 'a', 'a ' + s + ' b']) {
      const k = nameKey(t)
      if (nameKey(k) !== k || (k === '') !== (cleanText(t) === '')) bad.push(`key ${c.toString(16)} ${JSON.stringify(t)} ${JSON.stringify(k)} ${JSON.stringify(nameKey(k))}`)
      const q = cleanText(t)
      if (cleanText(q) !== q) bad.push(`clean ${c.toString(16)}`)
    }
  }
  console.log(bad.length, bad.slice(0, 40))
  console.log(parseIsrc('ISRC US-RC1-76-07839'), parseIsrc('ISRCX1212345'))
}, 60000)
