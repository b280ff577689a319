import { describe, expect, it } from 'vitest'
import { reasonWords, signalWords } from './reason-words'

describe('words for what the ranker did', () => {
  it('are the same for a reason and for its signal', () => {
    expect(signalWords('shared-tags')).toBe(reasonWords('SHARED_TAGS'))
  })

  it('exist for terms that are no reasons', () => {
    expect(signalWords('chance')).toContain('chance')
  })

  it('are the name itself where there are none, whatever it is', () => {
    expect(['plugin-signal', '__proto__', 'constructor'].map(signalWords)).toEqual(['plugin-signal', '__proto__', 'constructor'])
  })
})
