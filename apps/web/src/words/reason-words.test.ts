import { describe, expect, it } from 'vitest'
import { reasonWords, signalWords } from './reason-words'

describe('words for what the ranker did', () => {
  it('are the same for a reason and for its signal', () => {
    expect(signalWords('shared-tags')).toBe(reasonWords('SHARED_TAGS'))
  })

  it('claim no history of whoever has none', () => {
    expect(reasonWords('EXPLORATION')).toContain('what you know')
    expect(reasonWords('EXPLORATION', false)).not.toContain('you')
    expect(reasonWords('POPULAR', false)).toBe(reasonWords('POPULAR'))
  })

  it('exist for terms that are no reasons', () => {
    expect(signalWords('chance')).toContain('chance')
  })

  it('are the name itself where there are none, whatever it is', () => {
    expect(['plugin-signal', '__proto__', 'constructor'].map((name) => signalWords(name))).toEqual(['plugin-signal', '__proto__', 'constructor'])
  })
})
