import { quoteUntrusted } from '@linernotes/narrative-sdk/langchain'

/** A text longer than this is cut. */
const mostCharacters = 320

/** Untrusted text as one harmless line. */
export function cleanLine(text: string): string {
  return JSON.parse(quoteUntrusted(text, mostCharacters))
}
