import { expect, it } from 'vitest'
import { tieSigns } from './tie-signs'

it('ties a sign to the name before it, and touches nothing else', () => {
  expect(tieSigns('The Launch 🚀 and others, Nº 5 ★')).toBe('The Launch\u200A🚀 and others, Nº 5 ★')
})
