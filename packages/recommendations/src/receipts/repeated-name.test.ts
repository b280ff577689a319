import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeatedName } from '../index.js'

test.each([
  ['{"rank":1,"rank":2}', 'rank'],
  ['{"rank":1, "r\\u0061nk" : 2}', 'rank'],
  ['[{"a":{"b":[1,{"c":null,"d":"c","c":true}]}}]', 'c'],
  ['{"a":{"a":1},"b":[{"a":1},{"a":2}],"a":3}', 'a'],
  ['{"a\\"":1,"b":"}{","a\\"":2}', 'a"'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
])('in %s, %s stands twice', (text, name) => {
  expect(repeatedName(text)).toBe(name)
})

test('what JSON.stringify writes has no name twice, and each object with its first member written twice has', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), fc.jsonValue(), (value, name, other) => {
      const text = JSON.stringify([value, { [name]: other }], null, 1)
      expect(repeatedName(text)).toBeNull()
      expect(
        repeatedName(`[${JSON.stringify(value)},{${JSON.stringify(name)}:${JSON.stringify(other)},"${'x'.repeat(200)}":[","],${JSON.stringify(name)}:0}]`),
      ).toBe(name)
    }),
  )
})
