import { groundSentence } from '../grounding/ground-sentence.js'
import { unsayable } from './unsayable.js'

/** Patterns are compiled when they are first used, which takes a while: at the start, not in the time of the first listener. */
export function warmUp(): void {
  for (const name of ['first plain name.', 'another one, for you', 'a third']) {
    unsayable(name)
    groundSentence(`You played ${name}.`, null, [])
  }
}
