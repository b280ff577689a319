import type { Understand } from '../dj-options.js'
import { applyCues } from './apply-cues.js'
import { draftOf } from './understanding-of.js'
import { english } from './en/english.js'
import { findPlaying } from './find-names.queries.js'
import { readRequest } from './read-request.js'
import { readWords } from './read-words.js'

const MOST_CHARACTERS = 500

/**
 * Words to operations, by rules: patterns of the language, tags and names of the catalogue, and cues that say what is wished of them. Every word that could ask for
 * something is explained, or named in `refused`. What a request holds is data: nothing in it is obeyed but wishes.
 */
export const understandRequest: Understand = async ({ db, playing, talkEvery, adventurousness, now, signal }, request) => {
  signal.throwIfAborted()
  const language = english
  if (request.length > MOST_CHARACTERS) return { operations: [], understood: [], refused: [language.refusals.tooLong(MOST_CHARACTERS)] }
  const found = playing === null ? null : await findPlaying(db, playing.itemId, playing.kind)
  const parts = await readRequest(db, readWords(request), language, now())
  signal.throwIfAborted()
  const draft = await draftOf(applyCues(parts), {
    db,
    language,
    playing: playing === null || found === null ? null : { ...found, itemId: playing.itemId, kind: playing.kind },
    talkEvery,
    adventurousness,
    now: now(),
  })
  if (draft.isEmpty) draft.refuse(language.refusals.nothingHeard)
  return draft.understanding()
}
