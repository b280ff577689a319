import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fakeSpeech, partsOf, type FakeSpeech } from '../__fixtures__/fake-provider.js'
import type { SpeechPart, SpeechProvider, SpeechRequest } from '../speech-provider.js'
import { describeSpeechConformance } from './describe-speech-conformance.js'
import { speechChecks } from './speech-checks.js'

let latest: FakeSpeech | null = null
describeSpeechConformance('the fake', { open: () => (latest = fakeSpeech()), active: () => latest?.active() ?? 0, runner: { describe, it } })

/** Goes on whatever happens. */
async function* deaf(request: SpeechRequest): AsyncGenerator<SpeechPart> {
  for (;;) {
    yield* partsOf(request).slice(0, 3)
    await sleep(5)
  }
}

let leaked = 0
const flaws: readonly (readonly [flaw: string, caughtBy: string, provider: () => SpeechProvider])[] = [
  ['has no settings', 'has a kebab-case key, a name and complete capabilities', () => fakeSpeech({ settings: '' })],
  [
    'never says that it ends',
    'gives one start first, one end last, and sound in between',
    () => fakeSpeech({ parts: (request) => partsOf(request).slice(0, 3) }),
  ],
  [
    'begins twice',
    'gives one start first, one end last, and sound in between',
    () => fakeSpeech({ parts: (request) => [partsOf(request)[0]!, ...partsOf(request)] }),
  ],
  [
    'gives no sound',
    'gives one start first, one end last, and sound in between',
    () => fakeSpeech({ parts: (request) => partsOf(request).filter(({ type }) => type !== 'audio') }),
  ],
  [
    'breaks off and says that it is whole',
    'gives whole sound, as long as it says',
    () => fakeSpeech({ parts: (request) => partsOf(request).map((part) => (part.type === 'audio' ? { ...part, bytes: part.bytes.subarray(0, 400) } : part)) }),
  ],
  [
    'lies about its length',
    'gives whole sound, as long as it says',
    () => fakeSpeech({ parts: (request) => partsOf(request).map((part) => (part.type === 'speech-end' ? { ...part, durationMs: 90_000 } : part)) }),
  ],
  [
    'marks what is not in the text',
    'marks rise, in the text and in time',
    () => fakeSpeech({ parts: (request) => partsOf(request).map((part) => (part.type === 'mark' ? { ...part, end: 5_000 } : part)) }),
  ],
  [
    'says the same whatever the text',
    'says different texts differently, also side by side',
    () => fakeSpeech({ parts: () => partsOf({ text: TEXT, language: 'en', voice: null }) }),
  ],
  ['throws raw errors', 'answers whatever text with sound or with a SpeechError, and goes on', () => raw()],
  ['speaks to say how it is', 'says how it is, without speaking', () => talkative()],
  ['is deaf to an abort', 'rejects with the reason itself, and stops, if aborted half-way', () => fakeSpeech({ speak: deaf })],
  [
    'works although aborted before',
    'rejects with the reason itself, before any work, if aborted before',
    () => fakeSpeech({ speak: (request) => deaf(request) }),
  ],
  ['leaks work when the reader breaks off', 'stops when the reader breaks off, and speaks again', () => leaky()],
  ['cannot be closed twice', 'may be closed twice, also while it speaks', () => closedOnce()],
]
const TEXT = 'the same'

function raw(): SpeechProvider {
  const inner = fakeSpeech()
  return {
    ...inner,
    async *speak(request, options) {
      if (request.text.includes('<')) throw new TypeError('bad markup')
      yield* inner.speak(request, options)
    },
  }
}

function talkative(): SpeechProvider {
  leaked = 0
  return fakeSpeech({
    health: async () => {
      leaked += 1
      await sleep(5)
      leaked -= 1
      return { state: 'up', detail: null }
    },
  })
}

function leaky(): SpeechProvider {
  leaked = 0
  const inner = fakeSpeech()
  return {
    ...inner,
    async *speak(request, options) {
      leaked += 1
      yield* inner.speak(request, options)
      leaked -= 1
    },
  }
}

function closedOnce(): SpeechProvider {
  let isClosed = false
  const inner = fakeSpeech()
  return {
    ...inner,
    async [Symbol.asyncDispose]() {
      if (isClosed) throw new Error('closed already')
      isClosed = true
      await inner[Symbol.asyncDispose]()
    },
  }
}

describe('the kit catches one that', () => {
  it.each(flaws)('%s: %s', async (_flaw, caughtBy, open) => {
    leaked = 0
    const check = speechChecks.find(({ name }) => name === caughtBy)
    await expect(check?.run({ open, language: 'en', active: () => leaked, speechMs: 2_000, stopMs: 200 })).rejects.toThrow(Error)
  })
})
