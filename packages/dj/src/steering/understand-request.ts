import type { Understand } from '../dj-options.js'
import { applyCues } from './apply-cues.js'
import { draftOf } from './understanding-of.js'
import { interpretWords } from './interpret-words.js'
import { english } from './en/english.js'
import { findPlaying } from './find-names.queries.js'
import { readRequest } from './read-request.js'
import { readWords } from './read-words.js'
import { readTagVocabulary } from './tag-vocabulary.js'

const MOST_CHARACTERS = 500

/**
 * Words to operations, by rules: patterns of the language, tags and names of the catalogue, and cues that say what is wished of them. Every word that could ask for
 * something is explained, or named in `refused`; what rules cannot explain, `interpret` may, where there is one. What a request holds is data: nothing in it is obeyed but wishes.
 */
export const understandRequest: Understand = async ({ db, playing, talkEvery, adventurousness, now, signal, interpret = null }, request) => {
  signal.throwIfAborted()
  const language = english
  if (request.length > MOST_CHARACTERS) return { operations: [], understood: [], refused: [language.refusals.tooLong(MOST_CHARACTERS)] }
  const found = playing === null ? null : await findPlaying(db, playing.itemId, playing.kind)
  const { parts, respelt } = await readRequest(db, readWords(request), language, now())
  signal.throwIfAborted()
  const draft = await draftOf(applyCues(parts), {
    db,
    language,
    playing: playing === null || found === null ? null : { ...found, itemId: playing.itemId, kind: playing.kind },
    talkEvery,
    adventurousness,
    now: now(),
  })
  for (const [typed, taken] of respelt) draft.note(language.refusals.took(typed, taken))
  if (interpret !== null && draft.unexplained.size > 0) {
    const tags = await readTagVocabulary(db)
    for (const words of await interpretWords([...draft.unexplained.keys()], { interpret, draft, tags, signal })) draft.explain(words)
  }
  if (draft.isEmpty) draft.refuse(language.refusals.nothingHeard)
  return draft.understanding()
}
