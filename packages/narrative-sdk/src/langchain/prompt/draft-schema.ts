/** JSON Schema of an answer: sentences with the facts that each rests on. No keyword that a grammar compiler or a strict server refuses. */
export function draftSchema(factIds: readonly string[]): object {
  return sentencesOf({ text: { type: 'string' }, facts: idsAmong(factIds) })
}

/** The same without a word: which facts make a sentence, in order. */
export function planSchema(factIds: readonly string[]): object {
  return sentencesOf({ facts: idsAmong(factIds) })
}

function idsAmong(factIds: readonly string[]): object {
  return { type: 'array', items: { type: 'string', enum: [...factIds] } }
}

function sentencesOf(properties: Readonly<Record<string, object>>): object {
  return {
    type: 'object',
    properties: { sentences: { type: 'array', items: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false } } },
    required: ['sentences'],
    additionalProperties: false,
  }
}
