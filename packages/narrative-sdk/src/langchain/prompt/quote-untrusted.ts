import { sanitise } from '../../sanitise.js'

// What chat templates use to mark turns: a title must not open one.
const turnMarker = /<(?=[|/]?(?:\||s>|s\b|<sys|im_|start_of|end_of|bos|eos|system|user|assistant))/giu
const instructionMarker = /\[(\/?inst)\]/giu

/** Makes one line of untrusted text harmless and short: JSON-encoded, without hidden characters or turn markers. `limit` is in characters. */
export function quoteUntrusted(text: string, limit: number): string {
  const line = sanitise(text).replaceAll(turnMarker, '< ').replaceAll(instructionMarker, '($1)')
  const characters = Array.from(line)
  return JSON.stringify(characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`)
}
