import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choiceGrammar, Choices } from './choices.js'

const codes = ['plays last; label', 'plays last; release', 'label; plays last', 'release; plays last', 'release label; plays last']

describe('an answer that is one of some texts', () => {
  test('is certain as soon as it can be no other', () => {
    const choices = new Choices(codes)
    expect(choices.end).toBeNull()
    choices.read('label')
    expect(choices.end).toBe('; plays last')
  })

  test('goes on with what all that are left share, up to a space', () => {
    const choices = new Choices(codes)
    expect(choices.certain).toBe('')
    choices.read('plays')
    expect(choices.certain).toBe(' last;')
    choices.read(choices.certain)
    expect(choices.rests).toEqual([' label', ' release'])
    expect(choices.certain).toBe('')
  })

  test('whatever is chosen: what is certain begins every rest, and skipping it loses no answer', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[ab](?: [abc]{1,2};?){1,4}$/u), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(12),
        (texts, pick, length) => {
          const chosen = texts[pick % texts.length] ?? ''
          const choices = new Choices(texts)
          choices.read(chosen.slice(0, length))
          const { certain, rests, end } = choices
          expect(rests.every((rest) => rest.startsWith(certain))).toBe(true)
          choices.read(certain)
          expect(choices.rests.length).toBe(rests.length)
          expect(end === null ? chosen : chosen.slice(0, length) + end).toBe(chosen)
        },
      ),
    )
  })

  test('may end where another one goes on', () => {
    const choices = new Choices(codes)
    choices.read('plays last; rel')
    expect(choices.isWhole).toBe(false)
    const longer = new Choices(['plays; release', 'plays; release label'])
    longer.read('plays; release')
    expect([longer.end, longer.isWhole]).toEqual([null, true])
  })

  test('is all that its grammar allows', () => {
    expect(choiceGrammar(['a b', 'say "c"'])).toBe(String.raw`root ::= "a b" | "say \"c\""`)
  })
})
