import assert from 'node:assert/strict'
import { collectSpeech } from '../collect-speech.js'
import { SpeechError } from '../speech-error.js'
import { hear, soundOf, TEXT } from './hear.js'
import { hostileTexts } from './hostile-texts.js'
import type { SpeechCheck } from './speech-subject.js'
import { stoppingChecks } from './stopping-checks.js'

/** Every promise of a speech provider, as data: a test of the kit runs one against a provider that breaks it. */
export const speechChecks: readonly SpeechCheck[] = [
  {
    name: 'has a kebab-case key, a name and complete capabilities',
    async run({ open, language }) {
      await using provider = await open()
      const { languages, mimeTypes, locality, maxCharacters, maxConcurrency } = provider.capabilities
      assert.match(provider.key, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u)
      assert.notEqual(provider.displayName.trim(), '')
      assert.notEqual(provider.settings, '', 'Without settings, sound of another voice would be taken from the cache')
      assert.ok(languages.includes(language), `It does not speak ${language}`)
      for (const type of mimeTypes) assert.match(type, /^audio\/[a-z0-9.+-]+$/u)
      assert.ok(mimeTypes.length > 0, 'It says no mime type')
      assert.ok(['on-device', 'private-network', 'third-party'].includes(locality))
      for (const limit of [maxCharacters, maxConcurrency]) assert.ok(limit === null || (Number.isInteger(limit) && limit > 0), 'Unlimited is null')
    },
  },
  {
    name: 'gives one start first, one end last, and sound in between',
    async run({ open, language, speechMs }) {
      await using provider = await open()
      const parts = await hear(provider, TEXT, language, speechMs)
      const types = parts.map(({ type }) => type)
      assert.equal(types[0], 'speech-start', 'The first part is no start')
      assert.equal(types.at(-1), 'speech-end', 'The last part is no end')
      assert.equal(types.filter((type) => type === 'speech-start').length, 1, 'There is more than one start')
      assert.equal(types.filter((type) => type === 'speech-end').length, 1, 'There is more than one end')
      assert.ok(soundOf(parts).length > 0, 'There is no sound')
      const [start] = parts
      assert.ok(start?.type === 'speech-start' && provider.capabilities.mimeTypes.includes(start.mimeType), 'Its mime type is none of its capabilities')
    },
  },
  {
    name: 'gives whole sound, as long as it says',
    async run({ open, language, speechMs }) {
      await using provider = await open()
      const parts = await hear(provider, TEXT, language, speechMs)
      const speech = await collectSpeech(asIterable(parts), { text: TEXT, language, voice: null })
      const end = parts.at(-1)
      const said = end?.type === 'speech-end' ? end.durationMs : null
      if (said !== null) assert.ok(Math.abs(said - speech.durationMs) < 100, `It says ${said} ms, and its sound lasts ${speech.durationMs} ms`)
    },
  },
  {
    name: 'marks rise, in the text and in time',
    async run({ open, language, speechMs }) {
      await using provider = await open()
      const parts = await hear(provider, TEXT, language, speechMs)
      const marks = parts.filter((part) => part.type === 'mark')
      if (marks.length === 0) return
      const speech = await collectSpeech(asIterable(parts), { text: TEXT, language, voice: null })
      assert.equal(speech.captionTimes, 'measured', 'Its marks cannot be: they overlap, fall, or lie outside the text or the sound')
    },
  },
  {
    name: 'says different texts differently, also side by side',
    async run({ open, language, speechMs }) {
      await using provider = await open()
      const texts = ['One.', 'Forty-one people who share your favourites play this one, from a release of 2012.']
      const alone: number[] = []
      for (const text of texts) alone.push(soundOf(await hear(provider, text, language, speechMs)).length)
      const both = await Promise.all(texts.map(async (text) => soundOf(await hear(provider, text, language, speechMs)).length))
      assert.ok(alone[0]! < alone[1]!, 'A word sounds as long as a sentence')
      for (const [index, length] of both.entries())
        assert.ok(Math.abs(length - alone[index]!) <= alone[index]! / 5, 'Side by side it gave other sound than alone: requests are mixed up')
    },
  },
  {
    name: 'answers whatever text with sound or with a SpeechError, and goes on',
    async run({ open, language, speechMs }) {
      await using provider = await open()
      for (const [name, text] of Object.entries(hostileTexts)) {
        const outcome = await hear(provider, text, language, speechMs).catch((error: unknown) => error)
        if (Array.isArray(outcome)) assert.ok(soundOf(outcome).length > 0, `${name}: no sound and no error`)
        else assert.ok(SpeechError.isInstance(outcome), `${name}: it threw ${String(outcome)}, which is no SpeechError`)
      }
      assert.ok(soundOf(await hear(provider, TEXT, language, speechMs)).length > 0, 'It does not speak any more')
    },
  },
  {
    name: 'says how it is, without speaking',
    async run({ open, active, stopMs }) {
      await using provider = await open()
      const before = active()
      const began = performance.now()
      const asked = provider.health({ signal: new AbortController().signal })
      assert.equal(active(), before, 'It speaks to say how it is')
      const { state, detail } = await asked
      assert.ok(['up', 'degraded', 'down'].includes(state), `It is ${state}`)
      if (state !== 'up') assert.notEqual(detail?.trim() ?? '', '', 'It does not say why, and what to do')
      assert.ok(performance.now() - began < stopMs, 'It takes too long to say how it is')
    },
  },
  ...stoppingChecks,
]

async function* asIterable<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values
}
