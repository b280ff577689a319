import { describe, expect, it } from 'vitest'
import { findListeners, listenerName } from './listener-name'

const someone = (externalId: string, displayName: string | null = null) => ({ externalId, displayName })

describe('listeners', () => {
  it('are called by their name, or by their number', () => {
    expect([someone('ada', 'Ada'), someone('listener-004'), someone('user:77')].map(listenerName)).toEqual(['Ada', 'Listener 4', 'user:77'])
  })

  it('are found by how their names begin, then by what they hold', () => {
    const all = [someone('listener-104'), someone('listener-010'), someone('listener-004'), someone('ada', 'Ada')]
    expect(findListeners(all, 'listener 1').map(({ externalId }) => externalId)).toEqual(['listener-104', 'listener-010'])
    expect(findListeners(all, ' ADA').map(({ externalId }) => externalId)).toEqual(['ada'])
    expect(findListeners(all, '004').map(({ externalId }) => externalId)).toEqual(['listener-004'])
    expect(findListeners(all, 'zoe')).toEqual([])
    expect(findListeners(all, '')).toBe(all)
  })
})
