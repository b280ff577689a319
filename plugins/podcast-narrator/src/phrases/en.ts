/** The sentence that holds the proof, best proof first. A list is taken only where no list before it fits. */
export const proofs: readonly (readonly string[])[] = [
  [
    '{speaker}: {quote}',
    'Listen for {speaker}: {quote}',
    'One line of it, {speaker}: {quote}',
    'In it, {speaker} says: {quote}',
    'Hear {speaker} say it: {quote}',
    'From {speaker}: {quote}',
    'Take it from {speaker}: {quote}',
    'As {speaker} puts it: {quote}',
    'There is {speaker}, who says: {quote}',
    'Stay for {speaker}: {quote}',
  ],
  [
    '{+unnamed}From the transcript: {quote}',
    '{+unnamed}One line of the transcript: {quote}',
    '{+unnamed}A line from it: {quote}',
    '{+unnamed}Listen for this: {quote}',
    '{+unnamed}Stay for this: {quote}',
    '{+unnamed}A line to wait for: {quote}',
    '{+unnamed}Somebody says: {quote}',
    '{+unnamed}Said in it: {quote}',
    '{+unnamed}{quote}',
  ],
  [
    '{one} at {oneAt}, {two} at {twoAt}.',
    '{one} at {oneAt}, then {two} at {twoAt}.',
    '{one} comes at {oneAt}, {two} at {twoAt}.',
    '{one} begins at {oneAt}, {two} at {twoAt}.',
    'There is {one} at {oneAt} and {two} at {twoAt}.',
    'At {oneAt} it turns to {one}, at {twoAt} to {two}.',
    'It gets to {one} at {oneAt} and to {two} at {twoAt}.',
    'Hear {one} at {oneAt} and {two} at {twoAt}.',
    'Start with {one} at {oneAt} and stay for {two} at {twoAt}.',
    'Look for {one} at {oneAt}, and {two} at {twoAt}.',
    'Skip to {oneAt} for {one}, to {twoAt} for {two}.',
    'Along the way: {one} at {oneAt}, {two} at {twoAt}.',
    'Wait for {one} at {oneAt} and {two} at {twoAt}.',
  ],
  [
    '{chapter} comes at {chapterAt}.',
    '{chapter} begins at {chapterAt}.',
    'At {chapterAt} it comes to {chapter}.',
    'It gets to {chapter} at {chapterAt}.',
    'Start at {chapterAt}, with {chapter}.',
    'Hear {chapter} at {chapterAt}.',
    'Jump to {chapter} at {chapterAt}.',
    'Look for {chapter} at {chapterAt}.',
  ],
  ['{soundbite}, a soundbite from {soundbiteAt}.'],
  // A description is the publisher's: no name stands before its colon, as if somebody had said it.
  ['{description}', '{description}', 'The show says: {description}', 'In the words of the show: {description}', 'It says of itself: {description}'],
]

/** Why this listener. Also taken only where no list before it fits. What was played is always said with what it was played of: no share of everything. */
export const reasons: readonly (readonly string[])[] = [
  [
    'You finished {pairShare} episodes about {pairTopic} that you played, and {otherShare} about {otherTopic}.',
    'Of the episodes that you played, you finished {pairShare} about {pairTopic} and {otherShare} about {otherTopic}.',
    'On {pairTopic} you finished {pairShare} episodes that you played, on {otherTopic} {otherShare}.',
    'About {pairTopic} you finished {pairShare} episodes that you played, about {otherTopic} {otherShare}.',
    'More on {pairTopic}: you finished {pairShare} episodes about it that you played, and {otherShare} about {otherTopic}.',
    'Back to {pairTopic}: you finished {pairShare} episodes about it that you played, and {otherShare} about {otherTopic}.',
    'Stay with {pairTopic}: you finished {pairShare} episodes about it that you played, and {otherShare} about {otherTopic}.',
    'Keep going with {pairTopic}: you finished {pairShare} episodes about it that you played, and {otherShare} about {otherTopic}.',
    'Return to {pairTopic}: you finished {pairShare} episodes about it that you played, and {otherShare} about {otherTopic}.',
    'Next on {pairTopic}: you finished {pairShare} episodes about it that you played, and {otherShare} about {otherTopic}.',
  ],
  [
    'You finished {topicShare} episodes about {topic} that you played.',
    'You finished {topicShare} {topic} episodes that you played.',
    'On {topic}, you finished {topicShare} episodes that you played.',
    'More on {topic}: you finished {topicShare} episodes about it that you played.',
    'Back to {topic}: you finished {topicShare} episodes about it that you played.',
    'Stay with {topic}: you finished {topicShare} episodes about it that you played.',
    'Keep going with {topic}: you finished {topicShare} episodes about it that you played.',
    'Return to {topic}: you finished {topicShare} episodes about it that you played.',
    'Next on {topic}: you finished {topicShare} episodes about it that you played.',
    'About {topic}, you finished {topicShare} episodes that you played.',
  ],
  // Two are no habit: the bare fact, and no word of staying or going on.
  [
    'You finished {fewShare} episodes about {fewTopic} that you played.',
    'You finished {fewShare} {fewTopic} episodes that you played.',
    'About {fewTopic}, you finished {fewShare} episodes that you played.',
    'On {fewTopic}, you finished {fewShare} episodes that you played.',
  ],
  // The name of a format or a series is nothing that an episode is about: it only goes before "episodes".
  [
    'You finished {seriesShare} {series} episodes that you played.',
    'Another of the {series} episodes: you finished {seriesShare} that you played.',
    'Of the {series} episodes that you played, you finished {seriesShare}.',
    'From the {series} shelf, where you finished {seriesShare} episodes that you played.',
  ],
  [
    'You finished {showShare} episodes of {playedShow} that you played.',
    'You finished {showShare} {playedShow} episodes that you played.',
    'Back to {playedShow}: you finished {showShare} episodes of it that you played.',
    'Another from {playedShow}: you finished {showShare} episodes of it that you played.',
    'More from {playedShow}: of the episodes that you played, you finished {showShare}.',
    'Next from {playedShow}: you finished {showShare} episodes of it that you played.',
    'Stay with {playedShow}: you finished {showShare} episodes of it that you played.',
    'Return to {playedShow}: you finished {showShare} episodes of it that you played.',
    'Keep going with {playedShow}: you finished {showShare} episodes of it that you played.',
    'This is {playedShow}: you finished {showShare} episodes of it that you played.',
  ],
  [
    'You played {anchor} {anchorTimes}, and {people} who play {anchor} also play {target}.',
    '{people} who play {anchor} also play {target}; you played {anchor} {anchorTimes}.',
    'Beside {anchor}, whom you played {anchorTimes}, {people} also play {target}.',
    'From {anchor}, whom you played {anchorTimes}, it is one step to {target}: {people} play both.',
    'Try {target} beside {anchor}, whom you played {anchorTimes}: {people} play both.',
    'Ask around {anchor}, whom you played {anchorTimes}: {people} there play {target} as well.',
    'Of those who play {anchor}, as you did {anchorTimes}, {people} also play {target}.',
    'Next to {anchor}, whom you played {anchorTimes}, {people} also play {target}.',
    'There are {people} who play both {anchor} and {target}, and you played {anchor} {anchorTimes}.',
  ],
  [
    '{people} here play both {anchor} and {target}.',
    '{people} who play {anchor} also play {target}.',
    'There are {people} here who play both {anchor} and {target}.',
    'Next to {anchor}, {people} here play {target}.',
    'Ask around {anchor}: {people} there play {target} as well.',
    'Beside {anchor}, {people} also play {target}.',
    'Where {anchor} is played, {people} play {target}, too.',
    'Shared by {people}: {anchor} and {target}.',
    'Among those who play {anchor}, {people} play {target}, too.',
  ],
  [
    '{fewer} people here have found this.',
    'Found by {fewer} listeners here.',
    'It has {fewer} listeners here.',
    'Here is one that {fewer} people have played.',
  ],
]

/** What else is known, where there is room. A part of a series says so before anything else. */
export const details: readonly (readonly string[])[] = [
  ['The title says {part}.', 'This is {part}.', 'It says {part} in the title.'],
  ['The guest is {guest}.', 'With {guest}.', 'Your guest is {guest}.', 'Hear {guest} as the guest.'],
  [
    'It came out on {day}.',
    'It came out in {month}.',
    'It is from {month}.',
    'Published in {month}.',
    'It was published on {day}.',
    'Published on {day}.',
    'Out on {day}.',
    'This is number {number} of {numberShow}.',
    'It is episode {number} of {numberShow}.',
  ],
  ['Your host is {host}.', 'Hosted by {host}.', 'The host is {host}.'],
]

/** The publisher's words, where nothing is known of the listener and chapters were pointed at. */
export const publishers: readonly (readonly string[])[] = [
  ['The show says: {description}', 'In the words of the show: {description}', 'It says of itself: {description}', '{description}'],
]

/** Where there is nothing to quote, to point at or to say. */
export const lastWords: readonly (readonly string[])[] = [
  ['From {show}.', 'An episode of {show}.'],
  ['{show}.'],
  ['{title}.'],
  ['{+title}Here it is.'],
  ['Here it is.'],
]
