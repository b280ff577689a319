import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Retelling } from './retelling.js'

const tell = (told: string, pieces: readonly string[]): string => {
  const retelling = new Retelling(told)
  return pieces.map((piece) => retelling.next(piece) ?? '').join('')
}

describe('a talk that is told anew', () => {
  it('goes on where it was, however it is cut into pieces', () => {
    const pieces = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(pieces, fc.nat(), (words, at) => {
        const whole = words.join('')
        const told = whole.slice(0, at % (whole.length + 1))
        expect(told + tell(told, words)).toBe(whole)
      }),
    )
  })

  it('says nothing where it comes out in other words', () => {
    expect(tell('Ivy made this. ', ['Oak made this. ', 'It is long.'])).toBe('')
    expect(tell('Ivy made this. It is', ['Ivy made this. ', 'Later came more.'])).toBe('')
  })
})
