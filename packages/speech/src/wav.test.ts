import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { wavOf } from './__fixtures__/wav-of.js'
import { mendWav, readWavHead } from './wav.js'

it('says how long a file lasts', () => {
  expect(mendWav(wavOf(1_250))).toBe(1_250)
})

it.each([0, 0x7f_ff_f0_00, 0xff_ff_ff_ff])('mends a head whose writer did not know the length: %d', (dataBytes) => {
  const wav = wavOf(500, { dataBytes })
  expect(mendWav(wav)).toBe(500)
  expect(readWavHead(wav)?.dataBytes).toBe(wav.length - 44)
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8)
})

it('knows a file that broke off', () => {
  expect(mendWav(wavOf(500).subarray(0, 1_000))).toBeNull()
})

it('reads whatever bytes without failing', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      (bytes) => void expect(mendWav(Buffer.concat([wavOf(1).subarray(0, 20), bytes])) ?? 1).toBeGreaterThanOrEqual(0),
    ),
  )
})
