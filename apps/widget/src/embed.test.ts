import { anything, assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEmbed } from './embed.js'
import { webUrl } from './web-url.js'

describe('readEmbed', () => {
  it('reads anything without throwing', () => {
    assert(
      property(anything(), anything(), anything(), (title, narrative, url) => {
        const read = readEmbed({ kind: 'track', title, narrative, url })
        expect(read === null).toBe(typeof title !== 'string')
      }),
    )
  })

  it('takes nothing for a link or a sound that is not http', () => {
    const source = { name: 'n', url: 'javascript:alert(1)', licence: 'CC0-1.0' }
    const evidence = [{ statement: 's', listenUrl: 'data:text/html,x', startMs: 0, source }]
    const read = readEmbed({ kind: 'episode', title: 't', url: ' JAVASCRIPT:alert(1)', narrative: { text: 'x', claims: [], evidence } })
    expect(read?.url).toBeNull()
    expect(read?.narrative?.evidence[0]).toMatchObject({ listenUrl: null, source: { url: null } })
    expect(webUrl('java\nscript:alert(1)')).toBeNull()
    expect(webUrl('https://notes.example/a')).toBe('https://notes.example/a')
  })
})
