import type { PhrasePool } from '../../language.js'

/** What an editor noted, word by word. */
export const editorialNote: PhrasePool = {
  role: 'lead',
  about: 'note',
  kinds: ['track', 'episode'],
  phrases: [
    '{note.text}',
    'Here is the word: {note.text}',
    'A reason to hear it: {note.text}',
    'Worth a word: {note.text}',
    'Well put: {note.text}',
    'Take this along: {note.text}',
    'The reason is simple: {note.text}',
    'So it says here: {note.text}',
    'To the point: {note.text}',
    'By hand, with a word along: {note.text}',
    'On the shelf it says: {note.text}',
    'Picks come with reasons, and so does this: {note.text}',
    'It has a story: {note.text}',
    'Wait for it: {note.text}',
    'Look at it this way: {note.text}',
    'With a hint: {note.text}',
    'Hear it as it is put here: {note.text}',
  ],
}
