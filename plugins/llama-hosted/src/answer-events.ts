import { NarrativeError } from '@linernotes/narrative-sdk'
import { cleanChunk, toEvent } from './clean-chunk.js'
import type { Rewriter } from './rewrite-body.js'

/** More than any narrative needs, with room for an engine that says much about each token. */
const maxAnswerBytes = 4 * 1024 * 1024
const notCompletion = 'The answer is not a chat completion: is narratives.llama-hosted.baseUrl right, with its /v1?'

/**
 * Makes the events of a chat completion of whatever a server sends under that name: with CRLF, comments, a byte order mark, more after the end, or all in one piece
 * although a stream was asked for. What is no completion fails as such; a stream that ends early is only shorter.
 */
export function answerEvents(): Rewriter {
  const decoder = new TextDecoder()
  let form: 'unknown' | 'events' | 'one-piece' | 'ended' = 'unknown'
  let bytes = 0
  let held = ''
  let data: string[] = []

  /** A line of the stream (WHATWG HTML, 9.2.6): only data means anything here. */
  function readLine(line: string): string {
    if (line !== '') {
      const field = /^data(?:: ?|$)(.*)$/u.exec(line)
      if (field !== null) data.push(field[1] ?? '')
      return ''
    }
    const event = data.join('\n').trim()
    data = []
    if (event === '') return ''
    if (event !== '[DONE]') return readJson(event)
    form = 'ended'
    return 'data: [DONE]\n\n'
  }

  function readLines(): string {
    let written = ''
    // A lone CR at the end may be the first half of CRLF.
    for (let end = /\r\n|\n|\r(?!$)/u.exec(held); end !== null && form === 'events'; end = /\r\n|\n|\r(?!$)/u.exec(held)) {
      const line = held.slice(0, end.index)
      held = held.slice(end.index + end[0].length)
      written += readLine(line)
    }
    return written
  }

  return {
    read(piece) {
      bytes += piece.byteLength
      if (bytes > maxAnswerBytes) throw new NarrativeError('invalid-response', `The answer is longer than ${maxAnswerBytes} bytes`)
      if (form === 'ended') return ''
      held += decoder.decode(piece, { stream: true })
      if (form === 'unknown') held = held.trimStart()
      if (form === 'unknown' && held !== '') form = /^[{[<]/u.test(held) ? 'one-piece' : 'events'
      return form === 'events' ? readLines() : ''
    },
    end() {
      if (form === 'one-piece') return `${readJson(held)}data: [DONE]\n\n`
      return form === 'events' ? readLine(held) + (form === 'events' ? readLine('') : '') : ''
    },
  }
}

function readJson(text: string): string {
  const value = parseJson(text)
  // An error with status 200: the client library knows what it is.
  if (typeof value === 'object' && value !== null && 'error' in value && value.error !== null) {
    // Some give no more than a line of text.
    const error = typeof value.error === 'object' ? value.error : { message: String(value.error), code: 503 }
    return `data: ${JSON.stringify({ error })}\n\n`
  }
  const chunk = cleanChunk(value)
  if (chunk === null) throw new NarrativeError('invalid-response', notCompletion)
  return toEvent(chunk)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new NarrativeError('invalid-response', text.startsWith('<') ? notCompletion : 'The answer holds an event that is not JSON', { cause })
  }
}
