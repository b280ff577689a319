import type { PhrasePool } from '../../language.js'

/** Episodes of the show that the listener heard to the end: of those that were played, which every phrase says. */
export const showPlays: PhrasePool = {
  role: 'lead',
  about: 'showplays',
  kinds: ['episode'],
  phrases: [
    'You finished {showplays.share} episodes of {showplays.show} that you played.',
    'Of the episodes of {showplays.show} that you played, you finished {showplays.share}.',
    'Another from {showplays.show}: of those you played, you finished {showplays.share}.',
    'More from {showplays.show}: of the episodes that you played, you finished {showplays.share}.',
    'Next from {showplays.show}: of those that you played, you finished {showplays.share}.',
    'This is {showplays.show}: of its episodes that you played, you finished {showplays.share}.',
    'Stay with {showplays.show}: you finished {showplays.share} episodes of it that you played.',
    'Keep going with {showplays.show}: you finished {showplays.share} episodes of it that you played.',
    'Return to {showplays.show}: of the episodes that you played, you finished {showplays.share}.',
    'Back to {showplays.show}: of the episodes that you played, you finished {showplays.share}.',
    '{item.title} is from {showplays.show}: of its episodes that you played, you finished {showplays.share}.',
    'Your history with {showplays.show}: you finished {showplays.share} episodes that you played.',
  ],
}

/** Episodes about a topic that the listener heard to the end. */
export const topicPlays: PhrasePool = {
  role: 'lead',
  about: 'topicplays',
  kinds: ['episode'],
  phrases: [
    'You finished {topicplays.share} episodes about {topicplays.topic} that you played.',
    'Of the episodes about {topicplays.topic} that you played, you finished {topicplays.share}.',
    'Another on {topicplays.topic}: of those you played, you finished {topicplays.share}.',
    'More about {topicplays.topic}: of the episodes that you played, you finished {topicplays.share}.',
    'Next on {topicplays.topic}: you finished {topicplays.share} episodes about it that you played.',
    'Stay with {topicplays.topic}: you finished {topicplays.share} episodes about it that you played.',
    'Keep going with {topicplays.topic}: you finished {topicplays.share} episodes about it that you played.',
    'Return to {topicplays.topic}: you finished {topicplays.share} episodes about it that you played.',
    'Back to {topicplays.topic}: you finished {topicplays.share} episodes about it that you played.',
    'Your history with {topicplays.topic}: you finished {topicplays.share} episodes about it that you played.',
  ],
}

/** Two topics of one reason, each with its own count. */
export const topicPairs: PhrasePool = {
  role: 'lead',
  about: 'topicpair',
  kinds: ['episode'],
  phrases: [
    'You finished {topicpair.share} episodes about {topicpair.topic} that you played, and {topicpair.otherShare} about {topicpair.other}.',
    'Of the episodes that you played, you finished {topicpair.share} about {topicpair.topic} and {topicpair.otherShare} about {topicpair.other}.',
    'On {topicpair.topic} you finished {topicpair.share} episodes that you played, on {topicpair.other} {topicpair.otherShare}.',
    'About {topicpair.topic} you finished {topicpair.share} episodes that you played, about {topicpair.other} {topicpair.otherShare}.',
    'Another on {topicpair.topic}: you finished {topicpair.share} episodes about it that you played, and {topicpair.otherShare} about {topicpair.other}.',
    'More about {topicpair.topic}: you finished {topicpair.share} episodes about it that you played, and {topicpair.otherShare} about {topicpair.other}.',
    'Next on {topicpair.topic}: you finished {topicpair.share} episodes about it that you played, and {topicpair.otherShare} about {topicpair.other}.',
    'Stay with {topicpair.topic}: you finished {topicpair.share} episodes about it that you played, and {topicpair.otherShare} about {topicpair.other}.',
    'Keep going with {topicpair.topic}: you finished {topicpair.share} episodes about it that you played, and {topicpair.otherShare} about {topicpair.other}.',
    'Return to {topicpair.topic}: you finished {topicpair.share} episodes about it that you played, and {topicpair.otherShare} about {topicpair.other}.',
    'Back to {topicpair.topic}: you finished {topicpair.share} episodes about it that you played, and {topicpair.otherShare} about {topicpair.other}.',
    'Your history with {topicpair.topic}: you finished {topicpair.share} episodes about it that you played, and {topicpair.otherShare} about {topicpair.other}.',
  ],
}
