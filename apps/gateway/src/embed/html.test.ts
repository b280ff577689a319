import { assert, constantFrom, jsonValue, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html, jsonForScript } from './html.js'

describe('html', () => {
  it('lets no text out of an element or an attribute', () => {
    assert(
      property(string(), (text) => {
        const { text: markup } = html`<a title="${text}">${text}</a>`
        return !/[<>"']/.test(markup.slice('<a title="'.length, markup.indexOf('">'))) && markup.endsWith('</a>') && markup.split('<').length === 3
      }),
    )
    expect(html`<p>${'<b>'}${null}${[html`<i>${1}</i>`]}</p>`.text).toBe('<p>&lt;b&gt;<i>1</i></p>')
  })
})

describe('jsonForScript', () => {
  it('is the same value, and cannot end its script', () => {
    assert(
      property(jsonValue(), constantFrom('</script>', '<!--', '<script', '\u2028', ']]>', '&'), (value, breakout) => {
        const whole = { value, breakout, [breakout]: breakout }
        const { text } = jsonForScript(whole)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(whole)))
        return !/[<>&\u2028\u2029]/.test(text)
      }),
    )
  })
})
