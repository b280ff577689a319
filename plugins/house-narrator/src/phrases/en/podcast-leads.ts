import type { PhrasePool } from '../../language.js'

/** Episodes of the show that the listener heard to the end. */
export const showPlays: PhrasePool = {
  role: 'lead',
  about: 'showplays',
  kinds: ['episode'],
  phrases: [
    'You finished {showplays.share} episodes of {showplays.show} that you played.',
    'Of the episodes of {showplays.show} that you played, you finished {showplays.share}.',
    '{showplays.show} had you to the end in {showplays.share} played episodes.',
    '{showplays.show}: {showplays.share} played episodes finished.',
    'In your history, {showplays.show} has {showplays.share} played episodes finished.',
    'Another from {showplays.show}: of those you played, you finished {showplays.share}.',
    'More from {showplays.show}, where you finished {showplays.share} played episodes.',
    'It is {showplays.show}, and you finished {showplays.share} episodes that you played.',
    'Here is {showplays.show}, with {showplays.share} played episodes finished.',
    'Stay with {showplays.show}: {showplays.share} played episodes finished.',
    'Return to {showplays.show}: you finished {showplays.share} episodes that you played.',
    'This is {showplays.show}, of which you finished {showplays.share} played episodes.',
    '{item.title} is from {showplays.show}, of which you finished {showplays.share} played episodes.',
    'Your plays of {showplays.show}: {showplays.share} episodes finished.',
    'With {showplays.share} played episodes finished, {showplays.show} is a familiar name.',
    'Your history with {showplays.show}: {showplays.share} played episodes finished.',
    '{showplays.share} played episodes of {showplays.show}, finished, and here is another.',
    'Back to {showplays.show}, with {showplays.share} played episodes finished.',
  ],
}

/** Episodes about a topic that the listener heard to the end. */
export const topicPlays: PhrasePool = {
  role: 'lead',
  about: 'topicplays',
  kinds: ['episode'],
  phrases: [
    'For someone who finished {topicplays.share} played episodes about {topicplays.topic}.',
    'You finished {topicplays.share} episodes about {topicplays.topic} that you played.',
    'Of the episodes about {topicplays.topic} that you played, you finished {topicplays.share}.',
    'On the topic of {topicplays.topic} you finished {topicplays.share} played episodes.',
    'In your history, episodes about {topicplays.topic}: {topicplays.share} played ones finished.',
    'Episodes about {topicplays.topic}: {topicplays.share} played ones finished.',
    'Your history with {topicplays.topic} episodes: {topicplays.share} played ones finished.',
    'Return to {topicplays.topic} episodes: {topicplays.share} played ones finished.',
    'Stay with {topicplays.topic} episodes: {topicplays.share} played ones finished.',
    'Back to {topicplays.topic} episodes, with {topicplays.share} played ones finished.',
    'About {topicplays.topic} you finished {topicplays.share} played episodes.',
    'More about {topicplays.topic}: {topicplays.share} played episodes finished.',
    '{topicplays.share} played episodes about {topicplays.topic}, finished.',
    '{item.title}, for someone who finished {topicplays.share} played episodes about {topicplays.topic}.',
    'It goes with {topicplays.share} played episodes about {topicplays.topic} that you finished.',
  ],
}
