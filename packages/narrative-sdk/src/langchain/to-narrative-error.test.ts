import { describe, expect, it } from 'vitest'
import { NarrativeError } from '../index.js'
import { retryAfterMs, toNarrativeError } from './index.js'

const now = (): number => Date.parse('2026-11-23T10:00:00Z')
const convert = (error: unknown, hasAnswered = false): NarrativeError => toNarrativeError(error, { now, hasAnswered })
const failure = (fields: object, message = 'it failed'): Error => Object.assign(new Error(message), fields)

describe('an error of a library becomes one of the contract', () => {
  it.each([
    [{ status: 401 }, 'unauthorised'],
    [{ status: 403 }, 'unauthorised'],
    [{ status: 404 }, 'misconfigured'],
    [{ status: 422 }, 'misconfigured'],
    [{ statusCode: 429 }, 'rate-limited'],
    [{ response: { status: 503 } }, 'unavailable'],
    [{ error: { code: 500 } }, 'unavailable'],
    [{ status: 504 }, 'timeout'],
    [{ name: 'TimeoutError' }, 'timeout'],
    [{ name: 'SyntaxError' }, 'invalid-response'],
    [{ code: 'ECONNREFUSED' }, 'unavailable'],
    [{ cause: { cause: { code: 'ENOTFOUND' } } }, 'unavailable'],
    [{ name: 'SomethingElse' }, 'internal'],
  ])('%j: %s', (fields, code) => {
    const error = failure(fields)
    expect(convert(error)).toMatchObject({ code, cause: error, retryAfterMs: null })
  })

  it('by when the connection was cut', () => {
    expect(convert(new TypeError('terminated'), true).code).toBe('truncated')
    expect(convert(failure({ code: 'UND_ERR_SOCKET' }), true).code).toBe('truncated')
    expect(convert(failure({ code: 'UND_ERR_SOCKET' }), false).code).toBe('unavailable')
  })

  it('keeping one that is branded already, however deep', () => {
    const branded = new NarrativeError('filtered', 'no')
    expect(convert(failure({ cause: failure({ cause: branded }) }))).toBe(branded)
  })

  it('whatever was thrown', () => {
    for (const thrown of [undefined, null, 'text', 7, {}, Object.create(null)]) expect(convert(thrown)).toMatchObject({ code: 'internal' })
    const circular = failure({})
    circular.cause = circular
    expect(convert(circular).code).toBe('internal')
  })

  it('with the wait that a header names', () => {
    expect(convert(failure({ status: 429, headers: new Headers({ 'Retry-After': '7' }) })).retryAfterMs).toBe(7000)
    expect(convert(failure({ status: 429, headers: { 'retry-after': 'Mon, 23 Nov 2026 10:00:30 GMT' } })).retryAfterMs).toBe(30_000)
  })
})

it.each([
  ['0', 0],
  ['1.5', 1500],
  ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['-3', null],
  ['', null],
  [null, null],
])('Retry-After: %s is %s ms', (header, milliseconds) => {
  expect(retryAfterMs(header, now)).toBe(milliseconds)
})
