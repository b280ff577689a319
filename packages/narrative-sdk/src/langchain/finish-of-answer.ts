import { NarrativeError } from '../error.js'
import type { DraftToParts } from './draft-to-parts.js'
import type { ModelFinish } from './model-chunk.js'

/** How a narrative ended, or the error that it is, once its answer has been read to the end. */
export function finishOfAnswer(answer: {
  readonly finish: ModelFinish | null
  readonly draft: DraftToParts
  readonly chunks: number
  readonly finishReason: 'required' | 'optional'
}): 'complete' | 'length' | 'filtered' {
  const { finish, draft, chunks } = answer
  if (finish === 'tool-call') throw new NarrativeError('invalid-response', 'The model called a tool instead of answering')
  if (chunks === 0) throw new NarrativeError('invalid-response', 'The model gave an empty answer')
  if (draft.isBroken) throw new NarrativeError('invalid-response', 'The answer is not the JSON document that was asked for')
  // A closed document is a whole one; sentences without its end may be half of what was meant.
  const isCut = !draft.isDone && (draft.isOpen || draft.sentences > 0)
  if (finish === null && (answer.finishReason === 'required' || isCut)) {
    throw new NarrativeError('truncated', 'The answer broke off: the stream ended without a finish reason')
  }
  if (finish === 'filtered') {
    if (draft.sentences === 0) throw new NarrativeError('filtered', "The answer was withheld by the service's content filter")
    return 'filtered'
  }
  if (finish === 'length' && !draft.isDone) {
    if (draft.sentences === 0 && !draft.isOpen) throw new NarrativeError('truncated', 'The token limit was reached before the first sentence')
    return 'length'
  }
  if (draft.sentences === 0 || draft.isOpen) {
    throw new NarrativeError('invalid-response', 'The answer holds no finished sentence in the JSON form that was asked for')
  }
  return 'complete'
}
