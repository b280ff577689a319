import { spellingOf, type RequestWords } from './read-words.js'

/**
 * The same request as it is said aloud: shorthand ("sth") is what it stands for, and letters that somebody drew out ("sooo", "jaaazz") stand once, or twice where that makes a
 * word. Names keep what was typed, and what stands between quotation marks is left alone.
 */
export function spellOut(request: RequestWords, shorthand: Readonly<Record<string, string>>, isKnown: (word: string) => boolean): RequestWords {
  const { words, quoted } = request
  const others = new Map<number, string>()
  for (const [index, { key }] of words.entries()) {
    if (quoted.some(({ from, to }) => index >= from && index < to)) continue
    const short = shortened(key, isKnown)
    const meant = Object.hasOwn(shorthand, short) ? shorthand[short]! : short
    if (meant !== key) others.set(index, meant)
  }
  return others.size === 0 ? request : spellingOf(request, others, 'as typed')
}

const drawnOut = /(\p{L})\1{2,}/gu

function shortened(key: string, isKnown: (word: string) => boolean): string {
  if (!drawnOut.test(key)) return key
  const [once, twice] = [key.replaceAll(drawnOut, '$1'), key.replaceAll(drawnOut, '$1$1')]
  const whole = key.replaceAll(/(\p{L})\1+/gu, '$1')
  return [twice, once, whole].find(isKnown) ?? once
}
