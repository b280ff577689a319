import { SpeechError, type SpeechErrorCode } from '../speech-error.js'

/** What an answer means that is no sound; null: it is sound. */
export function refusalOf(response: Response, hasKey: boolean, now: () => number): SpeechError | null {
  const { status } = response
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (response.ok) {
    // Some send sound as a mere file.
    const isSound = type.startsWith('audio/') || type === 'application/octet-stream'
    return isSound ? null : new SpeechError('invalid-response', `the endpoint answered with ${type || 'no content type'}, which is no sound`)
  }
  const options = { retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now) }
  return new SpeechError(codeOf(status), explain(status, hasKey), options)
}

function codeOf(status: number): SpeechErrorCode {
  if (status === 429) return 'rate-limited'
  if (status === 401 || status === 403) return 'unauthorised'
  if (status === 408 || status === 504) return 'timeout'
  return status >= 500 ? 'unavailable' : 'misconfigured'
}

function explain(status: number, hasKey: boolean): string {
  if (status === 401 || status === 403) return `the endpoint answered ${status}: ${hasKey ? 'SPEECH_API_KEY is not accepted' : 'set SPEECH_API_KEY'}`
  if (status === 404) return 'the endpoint answered 404: SPEECH_BASE_URL must end before /audio/speech, and SPEECH_MODEL must be known there'
  if (status === 400 || status === 422) return `the endpoint answered ${status}: it does not take this model, voice or format`
  return `the endpoint answered ${status}`
}

/** RFC 9110, 10.2.3: seconds or an HTTP date; null where it says nothing. An hour at most. */
function retryAfterMs(header: string | null, now: () => number): number | null {
  const value = header?.trim() ?? ''
  const ms = /^\d+$/u.test(value) ? Number(value) * 1_000 : /[a-z]/iu.test(value) ? Date.parse(value) - now() : Number.NaN
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), 3_600_000)
}
