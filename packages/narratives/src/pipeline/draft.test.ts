import { sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import { expect, it } from 'vitest'
import { Draft } from './draft.js'

const [item] = sampleTrackRequest.facts
const text = `This is “${sampleTrackRequest.item.title}”.`
const piece = { text, factIds: item === undefined ? null : [item.id] }
const words = text.split(' ').length

it('a text that is written again has as many words as the first one had', () => {
  const draft = new Draft({ ...sampleTrackRequest, maxWords: words + 1 }, [], () => undefined)
  for (let attempt = 0; attempt < 3; attempt += 1) {
    draft.offer(piece)
    expect(draft.text).toBe(text)
    expect(draft.takeRefusals()).toEqual([])
    draft.reset()
  }
})

it('words that stand again count again', () => {
  const draft = new Draft({ ...sampleTrackRequest, maxWords: words + 1 }, [], () => undefined)
  draft.offer(piece)
  const kept = draft.keep()
  draft.reset()
  draft.reset(kept)
  draft.offer({ ...piece, text: text.replace('This is', 'Here it is, as “') })
  expect(draft.text).toBe(text)
})
