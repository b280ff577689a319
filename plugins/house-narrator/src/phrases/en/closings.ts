import type { PhrasePool } from '../../language.js'

/** Handing over to the music. */
export const closings: PhrasePool = {
  role: 'closing',
  about: null,
  kinds: ['track', 'episode'],
  phrases: [
    '{item.title}.',
    'Here is {item.title}.',
    '{item.title}, by {item.artist}.',
    'This is {item.title}.',
    'Next, {item.title}.',
    '{item.artist} with {item.title}.',
    'So: {item.title}.',
    'Listen to {item.title}.',
  ],
}

/** From one record to the next. */
export const bridges: PhrasePool = {
  role: 'detail',
  about: null,
  kinds: ['track'],
  phrases: ['{before.title} came out in {before.year}; one year later, {item.artist} made this.'],
}

/** For when only the name is left, and for when not even that can be said. */
export const lastWords: PhrasePool = {
  role: 'last-word',
  about: null,
  kinds: ['track', 'episode'],
  phrases: ['By {item.artist}.', 'From {item.show}.', '{item.title}.', '{item.by}.', 'Here it is{+item}.'],
}
