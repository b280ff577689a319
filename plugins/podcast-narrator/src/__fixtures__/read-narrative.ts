import type { NarrativePart, NarrativeProvider, NarrativeRequest } from '@linernotes/narrative-sdk'

export interface Read {
  readonly text: string
  readonly sentences: readonly { readonly text: string; readonly factIds: readonly string[] }[]
  readonly parts: readonly NarrativePart[]
}

/** A narrative to its end. */
export async function readNarrative(provider: NarrativeProvider, request: NarrativeRequest, signal = new AbortController().signal): Promise<Read> {
  const parts: NarrativePart[] = []
  const sentences: { text: string; factIds: readonly string[] }[] = []
  let text = ''
  let start = 0
  for await (const part of provider.narrate(request, { signal })) {
    parts.push(part)
    if (part.type === 'text-delta') text += part.text
    if (part.type !== 'sentence-end') continue
    sentences.push({ text: text.slice(start).trim(), factIds: part.factIds })
    start = text.length
  }
  return { text, sentences, parts }
}
