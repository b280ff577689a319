/** JSON Schema of an answer: sentences with the facts that each rests on. No keyword that a grammar compiler or a strict server refuses. */
export function draftSchema(factIds: readonly string[]): object {
  return {
    type: 'object',
    properties: {
      sentences: {
        type: 'array',
        items: {
          type: 'object',
          properties: { text: { type: 'string' }, facts: { type: 'array', items: { type: 'string', enum: [...factIds] } } },
          required: ['text', 'facts'],
          additionalProperties: false,
        },
      },
    },
    required: ['sentences'],
    additionalProperties: false,
  }
}
