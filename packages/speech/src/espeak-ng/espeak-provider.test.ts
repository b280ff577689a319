import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { collectSpeech } from '../collect-speech.js'
import { describeSpeechConformance } from '../conformance/index.js'
import { espeakConfig } from './espeak-config.js'
import { espeakLanguages, languagesIn } from './espeak-languages.js'
import { createEspeakNg } from './espeak-provider.js'

const isInstalled = ['/usr/bin/espeak-ng', '/usr/local/bin/espeak-ng'].some((file) => existsSync(file))
const config = espeakConfig.parse({})
const signal = new AbortController().signal
const open = () => createEspeakNg(config, ['en', 'de'])

/** Processes that speak now; the one that says its version does not. */
const running = (): number => Number(execFileSync('sh', ['-c', "pgrep -fc '[e]speak-ng -b 1' || true"], { encoding: 'utf8' }))

describe.skipIf(!isInstalled)('espeak-ng (skipped where the package is not installed)', () => {
  describeSpeechConformance('espeak-ng', { open, active: running, runner: { describe, it } })

  it('times each sentence by its own sound', async () => {
    await using provider = open()
    const text = 'Slomo came out in 2005. One year later, on another IDM record, And/Or made this. Altwide.'
    const speech = await collectSpeech(provider.speak({ text, language: 'en', voice: null }, { signal }), { text, language: 'en', voice: null })
    expect(speech.captionTimes).toBe('measured')
    expect(speech.passages.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Slomo came out in 2005.',
      'One year later, on another IDM record, And/Or made this.',
      'Altwide.',
    ])
    expect(speech.passages.map(({ fromMs }) => fromMs)).toEqual(speech.passages.map(({ fromMs }) => fromMs).toSorted((a, b) => a - b))
    expect(speech.passages[1]!.toMs - speech.passages[1]!.fromMs).toBeGreaterThan(speech.passages[2]!.toMs - speech.passages[2]!.fromMs)
    expect(speech.passages.at(-1)?.toMs).toBe(speech.durationMs)
  })

  it('runs nothing of the text, and reads no phonemes in it', async () => {
    await using provider = open()
    const lengthOf = async (text: string) =>
      (await collectSpeech(provider.speak({ text, language: 'en', voice: null }, { signal }), { text, language: 'en', voice: null })).durationMs
    expect(await lengthOf('[[h@l]] $(echo hello hello hello hello hello)')).toBeGreaterThan(500)
    expect(existsSync('/tmp/owned')).toBe(false)
  })

  it('says which languages it speaks, as the program lists them', async () => {
    const languages = await espeakLanguages(config, signal)
    expect(languages).toEqual(expect.arrayContaining(['en', 'de', 'fr', 'pl']))
    expect(new Set(languages).size).toBe(languages.length)
  })
})

const missing = () => createEspeakNg({ ...config, program: '/nowhere/espeak-ng' }, ['en'])

describe('without the program', () => {
  it('is down, and says what to install', async () => {
    await using provider = missing()
    expect(await provider.health({ signal })).toEqual({ state: 'down', detail: expect.stringContaining('install the package espeak-ng') })
    await expect(Array.fromAsync(provider.speak({ text: 'Hello.', language: 'en', voice: null }, { signal }))).rejects.toMatchObject({ code: 'unavailable' })
    expect(await espeakLanguages({ ...config, program: '/nowhere/espeak-ng' }, signal)).toEqual(['en'])
  })
})

it('reads the table of voices', () => {
  const table =
    'Pty Language       Age/Gender VoiceName          File\n 5  af              --/M      Afrikaans   gmw/af\n 2  en-gb           --/M      English_(GB)  gmw/en\n 5  zh-yue          --/M    x  y\nrubbish'
  expect(languagesIn(table)).toEqual(['en', 'af', 'zh'])
})
