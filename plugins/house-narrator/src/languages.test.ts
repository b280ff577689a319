import { NarrativeError } from '@linernotes/narrative-sdk'
import { describe, expect, it } from 'vitest'
import { readNarrative } from './__fixtures__/read-narrative.js'
import { request, track } from './__fixtures__/requests.js'
import { testLanguage } from './__fixtures__/test-language.js'
import { languages } from './languages.js'
import { createHouseNarrator } from './provider.js'

const narrator = createHouseNarrator({ callbacks: true }, { ...languages, eo: testLanguage })
const list = track(3, ['artist-plays', { artist: 'Artist D', plays: 31, year: 2016 }])

describe('another language is phrases and one file of rules', () => {
  it('is among the capabilities, with a version of its own', () => {
    expect(narrator.capabilities.languages).toEqual(['en', 'eo'])
    expect(narrator.capabilities.promptVersion).toMatch(/^house en-\d+-[0-9a-f]{8} eo-1-[0-9a-f]{8}$/u)
    const edited = createHouseNarrator({ callbacks: true }, { eo: { ...testLanguage, pools: testLanguage.pools.slice(1) } })
    expect(narrator.capabilities.promptVersion).not.toContain(edited.capabilities.promptVersion.slice('house '.length))
  })

  it('is spoken from its own data, in its own numbers, dates and plurals', async () => {
    const texts = new Set<string>()
    for (let seed = 0; seed < 40; seed += 1) {
      const { text, sentences } = await readNarrative(narrator, request('same-artist', list, { language: 'eo-XX', seed }))
      texts.add(text)
      expect(sentences[0]?.factIds).toEqual(['F1'])
      expect(text).toMatch(/^(?:Vi ludis Artist D 31 fojojn en 2016|31 ludoj de Artist D en 2016|De Artist D vi havis 31 ludoj)\. /u)
    }
    expect([...texts].some((text) => text.includes('“Gakki I”, 2:43.'))).toBe(true)
    expect([...texts].some((text) => text.includes('eldono, 2004.'))).toBe(true)
  })

  it('opens two items of a list differently there, too, and leaves English as it was', async () => {
    const avoid: string[] = []
    for (let index = 0; index < 3; index += 1)
      avoid.push((await readNarrative(narrator, request('same-artist', list, { language: 'eo', avoid: [...avoid] }))).text)
    expect(new Set(avoid.map((text) => text.split(' ', 1)[0])).size).toBe(3)
    const english = request('same-artist', list)
    expect((await readNarrative(narrator, english)).text).toBe((await readNarrative(createHouseNarrator({ callbacks: true }), english)).text)
  })

  it('refuses what it does not speak', async () => {
    await expect(readNarrative(narrator, request('same-artist', list, { language: 'fr' }))).rejects.toSatisfy(
      (error: unknown) => NarrativeError.isInstance(error) && error.code === 'unsupported' && /en, eo/u.test(error.message),
    )
  })
})
