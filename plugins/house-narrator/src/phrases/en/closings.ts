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
    '{item.title}, then.',
    'On to {item.title}.',
    'Over to {item.artist}.',
    'Up next: {item.title}.',
    'Hear {item.artist} with {item.title}.',
    'Here comes {item.title}.',
    'Time for {item.title}.',
    '{item.artist}, {item.title}.',
    'Stay for {item.title}.',
    'Go on with {item.title}.',
    'Meet {item.title}.',
    'Cross over to {item.title}.',
    'Turn to {item.title}.',
    'Go along to {item.title}.',
    'Next comes {item.title}.',
    'Follow {item.artist} into {item.title}.',
    'Stay with {item.artist}: {item.title}.',
    'Open your ears for {item.title}.',
    'Here, {item.title}.',
    'Then {item.title}.',
    'On with {item.artist}.',
    '{item.artist} next.',
    '{item.title} is next.',
    'Next up, {item.artist} and {item.title}.',
    'Try {item.title}.',
    'From here, {item.title}.',
    'What follows is {item.title}.',
    'By {item.artist}: {item.title}.',
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
  phrases: ['By {item.artist}.', 'From {item.show}.', '{item.title}.', '{item.by}.', 'Here is the next one{+item}.'],
}
