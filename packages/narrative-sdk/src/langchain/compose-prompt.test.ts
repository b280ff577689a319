import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileRequest, sampleEpisodeRequest, sampleRequests, sampleTrackRequest } from '../testing/index.js'
import type { NarrativeRequest } from '../index.js'
import { type BuiltPrompt, composePrompt, quoteUntrusted } from './index.js'

const build = (request: NarrativeRequest, maxCharacters: number | null = null): BuiltPrompt => composePrompt.build(request, { maxCharacters })
const userText = (request = sampleTrackRequest): string => build(request).messages.at(-1)?.content ?? ''

describe('the prompt', () => {
  it('begins with the same bytes for every request', () => {
    const systems = [...sampleRequests, hostileRequest].map((request) => build(request).messages[0])
    expect(new Set(systems.map((message) => message?.content)).size).toBe(1)
    expect(systems[0]?.role).toBe('system')
  })

  it('numbers the facts as JSON and allows only their ids', () => {
    expect(userText()).toContain('"F1":"You played C-Doc 212 times in 2016.",\n')
    expect(JSON.stringify(build(sampleEpisodeRequest).schema)).toContain('"enum":["F0","F1","F2","F3","F4"]')
    expect(build(sampleEpisodeRequest).factIds).toEqual(['F0', 'F1', 'F2', 'F3', 'F4'])
  })

  it('tells style, length, language, spoilers, the reason, what to avoid and why it was refused', () => {
    const text = userText({ ...sampleEpisodeRequest, avoid: ['You finished'], refusals: ['"2017" is in no fact'] })
    for (const piece of [
      'pitch the item',
      'At most 60 words',
      'Language: en',
      'Give away no ending',
      'first of all: F3',
      '"You finished"',
      '\\"2017\\" is in no fact',
    ]) {
      expect(text).toContain(piece)
    }
    expect(userText()).not.toContain('Give away no ending')
  })

  it('hands on what the editors ask, and shows no more than the latest of what to avoid', () => {
    const text = userText({ ...sampleTrackRequest, guidelines: ['Name no country.'], avoid: Array.from({ length: 30 }, (_, index) => `Text ${index}.`) })
    expect(text).toContain('The editors ask:\n- "Name no country."')
    expect(text).toContain('"Text 0."')
    expect(text).not.toContain('"Text 12."')
  })

  it('stays short and harmless whatever a catalogue holds, and says what it left out', () => {
    const prompt = build(hostileRequest)
    const text = prompt.messages[1]?.content ?? ''
    expect(text.length).toBeLessThan(8000)
    expect(text).not.toMatch(/<\||\[INST\]|<\/s>|\p{Bidi_Control}|[^\P{Cc}\n]/u)
    expect(prompt.factIds).toHaveLength(24)
    expect(prompt.warnings).toEqual(['277 of 301 facts were left out: the prompt has no room for them'])
  })

  it('shows fewer facts to a model with little room', () => {
    const prompt = build(hostileRequest, 4600)
    expect(prompt.messages.map((message) => message.content).join('').length).toBeLessThanOrEqual(4600)
    expect(prompt.factIds).toHaveLength(14)
    expect(build(sampleEpisodeRequest, 4600).factIds).toHaveLength(5)
  })

  it('keeps the facts of the reasons when there are too many', () => {
    const prompt = build({ ...hostileRequest, reasons: [{ code: 'label', weight: 1, factIds: ['F250'] }] })
    expect(prompt.factIds).toContain('F0')
    expect(prompt.factIds).toContain('F250')
    expect(prompt.factIds).toHaveLength(24)
  })
})

it('quotes any text as one line of JSON within its limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const quoted = quoteUntrusted(text, limit)
      expect(quoted).not.toContain('\n')
      expect(Array.from(JSON.parse(quoted) as string).length).toBeLessThanOrEqual(limit)
    }),
  )
})
