import type { PhrasePool } from '../../language.js'

/** Who speaks, what is said, where it is. */
export const episodeDetails: PhrasePool = {
  role: 'detail',
  about: null,
  kinds: ['episode'],
  phrases: [
    'With {guest.names}.',
    'The guest is {guest.name}.',
    'Hosted by {host.names}.',
    'In the transcript: {speaker.names}.',

    '{said.speaker}: {said.quote}',
    'At {said.clock}, {said.speaker}: {said.quote}',
    'Listen for {said.speaker}: {said.quote}',
    'One line of it, {said.speaker}: {said.quote}',
    'One line of it: {said.quote}',

    '{chapters.one} at {chapters.oneClock}, {chapters.two} at {chapters.twoClock}.',
    '{chapters.one} comes at {chapters.oneClock}, {chapters.two} at {chapters.twoClock}.',
    'Skip to {chapters.oneClock} for {chapters.one}, to {chapters.twoClock} for {chapters.two}.',
    'Along the way: {chapters.one}, then {chapters.two}.',
    'It has a chapter on {chapters.title} at {chapters.clock}.',

    '{bite.title}, a soundbite from {bite.clock}.',

    'The show tagged it {topics.list}.',

    'Published on {date.day}.',
    'It is from {date.day} and runs {runtime.clock}.',
    'It runs {runtime.clock}.',
    'It is number {number.number} of {number.show}.',
    'Episode {number.number} came out on {date.day}.',
    'Hear {guest.names} as the guest.',
    'The host is {host.name}.',
    'In it, {speaker.name} speaks.',
    'It says of itself: {notes.quote}',
    '{notes.quote}',
    'In the words of the show: {notes.quote}',
    'The show says: {notes.quote}',
    '{chapters.one} at {chapters.oneClock}, then {chapters.two} at {chapters.twoClock}.',
    'Look for {chapters.one} at {chapters.oneClock}.',
    'There is a chapter {chapters.title} at {chapters.clock}.',
    'Turn to {chapters.oneClock} for {chapters.one}.',
    'Jump to {chapters.one} at {chapters.oneClock}.',
    'Skip ahead to {chapters.two}, at {chapters.twoClock}.',
    'Episode {number.number} of {number.show}.',
    'It came out on {date.day}.',
    'It is {runtime.clock} long.',
  ],
  reserve: ['From {date.day}.'],
}
