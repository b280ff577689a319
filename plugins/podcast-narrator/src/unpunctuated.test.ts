import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { createTestHost } from '@linernotes/narrative-sdk/testing'
import { describe, expect, it } from 'vitest'
import { passage, request, selfHosting } from './__fixtures__/requests.js'
import { readNarrative } from './__fixtures__/read-narrative.js'
import { chooseQuote } from './choose-quote.js'
import { createPodcastNarrator } from './provider.js'

/** As the catalogue hands over what a recogniser without punctuation wrote. */
const cut = (id: string, quote: string): NarrativeFact => {
  const fact = passage(id, quote, null, 60_000)
  return { ...fact, values: { ...fact.values, cutAt: 'pauses' } }
}

const quoteOf = (fact: NarrativeFact) => chooseQuote(request([selfHosting], [fact]))

describe('a passage without capitals and stops', () => {
  const said = 'self-hosting pays off when i write down what the archive needs'

  it('is quoted with its own words, and only capitals set', () => {
    const quote = chooseQuote(request([selfHosting], [cut('P0', said)]))
    expect(quote).toMatchObject({ text: 'Self-hosting pays off when I write down what the archive needs', isCutAtPauses: true, factId: 'P0' })
    expect(quote?.text.toLowerCase()).toBe(said)
  })

  it('is a sentence of the pitch, ended behind the quotation', async () => {
    await using host = await createTestHost({ providers: {} })
    const { text } = await readNarrative(await createPodcastNarrator({ writer: null, writerMs: 5_000 }, host), request([selfHosting], [cut('P0', said)]))
    expect(text).toMatch(/“Self-hosting pays off when I write down what the archive needs”\.(?: |$)/u)
  })

  it('is not quoted where it only looks like one: cut anywhere, an advertisement, or an end given away', () => {
    expect(quoteOf(passage('P0', said, null, 60_000))).toBeNull()
    expect(quoteOf(cut('P0', 'self-hosting is easy with our sponsor and a promo code'))).toBeNull()
    expect(quoteOf(cut('P0', 'self-hosting turned out to be the killer of the whole family'))).toBeNull()
  })
})
