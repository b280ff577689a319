import type { PhrasePool } from '../../language.js'

/** Episodes of the show that the listener heard to the end. */
export const showPlays: PhrasePool = {
  role: 'lead',
  about: 'showplays',
  kinds: ['episode'],
  phrases: [
    'You finished {showplays.share} episodes of {showplays.show} that you played.',
    'Of the episodes of {showplays.show} that you played, you finished {showplays.share}.',
    'For someone who finished {showplays.share} episodes of {showplays.show} played.',
    'Back with {showplays.show}: {showplays.share} played episodes finished.',
    'In your history, {showplays.show} has {showplays.share} played episodes finished.',
    'Another from {showplays.show}: of those you played, you finished {showplays.share}.',
    'More from {showplays.show}, where you finished {showplays.share} played episodes.',
    'Next from {showplays.show}, with {showplays.share} played episodes finished.',
    'It is {showplays.show}, and you finished {showplays.share} episodes that you played.',
    'Here is {showplays.show}, with {showplays.share} played episodes finished.',
    'Stay with {showplays.show}: {showplays.share} played episodes finished.',
    'Between you and {showplays.show}: {showplays.share} played episodes finished.',
    'Return to {showplays.show}: you finished {showplays.share} episodes that you played.',
    'Keep going with {showplays.show}: {showplays.share} played episodes finished.',
    'This is {showplays.show}, of which you finished {showplays.share} played episodes.',
    'Your record with {showplays.show}: {showplays.share} played episodes finished.',
  ],
}

/** Episodes about a topic that the listener heard to the end. */
export const topicPlays: PhrasePool = {
  role: 'lead',
  about: 'topicplays',
  kinds: ['episode'],
  phrases: [
    'For someone who finishes {topicplays.share} {topicplays.topic} episodes.',
    'You finished {topicplays.share} episodes about {topicplays.topic} that you played.',
    'Of the episodes about {topicplays.topic} that you played, you finished {topicplays.share}.',
    'On the topic of {topicplays.topic} you finished {topicplays.share} played episodes.',
    'In your history, episodes about {topicplays.topic}: {topicplays.share} played ones finished.',
    'Keep going with {topicplays.topic} episodes: {topicplays.share} played ones finished.',
    'From the {topicplays.topic} shelf: {topicplays.share} played episodes finished.',
    'Your history with {topicplays.topic} episodes: {topicplays.share} played ones finished.',
    'Return to {topicplays.topic} episodes: {topicplays.share} played ones finished.',
    'Next on the {topicplays.topic} shelf: you finished {topicplays.share} episodes that you played.',
    'Stay with {topicplays.topic} episodes: {topicplays.share} played ones finished.',
    'Back to {topicplays.topic} episodes, with {topicplays.share} played ones finished.',
  ],
}
