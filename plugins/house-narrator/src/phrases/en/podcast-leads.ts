import type { PhrasePool } from '../../language.js'

/** Episodes of the show that the listener heard to the end: of those that were played, which every phrase says. */
export const showPlays: PhrasePool = {
  role: 'lead',
  about: 'showplays',
  kinds: ['episode'],
  phrases: [
    'You finished {showplays.share} episodes of {showplays.show} that you played.',
    'Of the episodes of {showplays.show} that you played, you finished {showplays.share}.',
    '{showplays.show} had you to the end in {showplays.share} episodes you played.',
    'In your history, {showplays.show} has {showplays.share} played episodes finished.',
    'Another from {showplays.show}: of those you played, you finished {showplays.share}.',
    'More from {showplays.show}, where you finished {showplays.share} episodes you played.',
    'It is {showplays.show}, and you finished {showplays.share} episodes of it that you played.',
    'Here is {showplays.show}: of its episodes you finished {showplays.share} that you played.',
    'Stay with {showplays.show}: you finished {showplays.share} episodes of it that you played.',
    'Return to {showplays.show}: you finished {showplays.share} episodes that you played there.',
    'This is {showplays.show}, of which you finished {showplays.share} episodes you played.',
    '{item.title} is from {showplays.show}, of which you finished {showplays.share} played episodes.',
    'Your history with {showplays.show}: you finished {showplays.share} episodes that you played.',
    'Back to {showplays.show}: of what you played there, you finished {showplays.share} episodes.',
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
    'On the topic of {topicplays.topic}, you finished {topicplays.share} episodes you played.',
    'In your history, you finished {topicplays.share} played episodes about {topicplays.topic}.',
    'Episodes about {topicplays.topic}: of those you played, you finished {topicplays.share}.',
    'Return to {topicplays.topic}: you finished {topicplays.share} episodes about it that you played.',
    'Stay with {topicplays.topic}: of the episodes about it that you played, you finished {topicplays.share}.',
    'Back to {topicplays.topic}, where you finished {topicplays.share} episodes you played.',
    'About {topicplays.topic} you finished {topicplays.share} played episodes.',
    'More about {topicplays.topic}: you finished {topicplays.share} episodes on it that you played.',
    '{item.title}, for someone who finished {topicplays.share} played episodes about {topicplays.topic}.',
    'It goes with {topicplays.share} played episodes about {topicplays.topic} that you finished.',
  ],
}
