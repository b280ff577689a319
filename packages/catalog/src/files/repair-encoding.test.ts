import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { repairEncoding } from './repair-encoding.js'

const misread = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))

test.each(['hört', 'Žiga Pucelj', 'Letʼs', 'Улочки', 'à propos', 'Gombač', '日本', '’ “ ” … €'])('undoes a misreading of %s', (text) => {
  expect(misread(text)).not.toBe(text)
  expect(repairEncoding(misread(text))).toBe(text)
})

test.each(['hört', 'Ã', 'São Paulo', 'Ångström', 'plain', '', 'Âme', '日本 Ã¶'])('leaves %s alone', (text) => {
  expect(repairEncoding(text)).toBe(text)
})

test('every misread text is found again', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      expect(repairEncoding(misread(text))).toBe(text)
    }),
  )
})
