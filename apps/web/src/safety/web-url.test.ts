import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { webUrl } from './web-url'

describe('an address that a link may lead to', () => {
  it('is http or https', () => {
    expect(webUrl('https://example.org/a?b#t=96')).toBe('https://example.org/a?b#t=96')
    expect(webUrl('http://example.org')).toBe('http://example.org/')
  })

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//example.org',
    '/graphql',
    'no address',
    '',
  ])('is not %j', (text) => {
    expect(webUrl(text)).toBeNull()
  })

  it('is nothing else, whatever is tried', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(webUrl(text) ?? 'http://').toMatch(/^https?:\/\//)
      }),
    )
  })
})
