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
    '{+unnamed}In the transcript it says: {quote}',
    '{+unnamed}Listen for this: {quote}',
    '{+unnamed}A line to wait for: {quote}',
    '{+unnamed}Here is a line of it: {quote}',
    '{+unnamed}It says: {quote}',
    '{+unnamed}{quote}',
  ],
  [
    '{one} at {oneAt}, {two} at {twoAt}.',
    '{one} at {oneAt}, then {two} at {twoAt}.',
    '{one} comes at {oneAt}, {two} at {twoAt}.',
    'Look for {one} at {oneAt}, and {two} at {twoAt}.',
    'Skip to {oneAt} for {one}, to {twoAt} for {two}.',
    'Along the way: {one} at {oneAt}, {two} at {twoAt}.',
    'Jump to {one} at {oneAt}, then to {two} at {twoAt}.',
    'Wait for {one} at {oneAt} and {two} at {twoAt}.',
  ],
  [
    '{chapter} comes at {chapterAt}.',
    'It has a chapter on {chapter} at {chapterAt}.',
    'Jump to {chapter} at {chapterAt}.',
    'Look for {chapter} at {chapterAt}.',
  ],
  ['{soundbite}, a soundbite from {soundbiteAt}.'],
  ['The show says: {description}', 'As the show puts it: {description}', 'It says of itself: {description}', '{description}'],
]

/** Why this listener. Also taken only where no list before it fits. */
export const reasons: readonly (readonly string[])[] = [
  [
    'For someone who finishes {topicShare} {topic} episodes.',
    'You finished {topicShare} episodes about {topic} that you played.',
    'Of the episodes about {topic} that you played, you finished {topicShare}.',
    'On the topic of {topic} you finished {topicShare} played episodes.',
    'In your history, episodes about {topic}: {topicShare} played ones finished.',
    'Keep going with {topic} episodes: {topicShare} played ones finished.',
    'From the {topic} shelf: {topicShare} played episodes finished.',
    'Your history with {topic} episodes: {topicShare} played ones finished.',
    'Return to {topic} episodes: {topicShare} played ones finished.',
    'Next on the {topic} shelf: you finished {topicShare} episodes that you played.',
    'Stay with {topic} episodes: {topicShare} played ones finished.',
    'Back to {topic} episodes, with {topicShare} played ones finished.',
  ],
  [
    'You finished {showShare} episodes of {playedShow} that you played.',
    'Of the episodes of {playedShow} that you played, you finished {showShare}.',
    'For someone who finished {showShare} episodes of {playedShow} played.',
    'Back with {playedShow}: {showShare} played episodes finished.',
    'In your history, {playedShow} has {showShare} played episodes finished.',
    'Another from {playedShow}: of those you played, you finished {showShare}.',
    'More from {playedShow}, where you finished {showShare} played episodes.',
    'Next from {playedShow}, with {showShare} played episodes finished.',
    'It is {playedShow}, and you finished {showShare} episodes that you played.',
    'Here is {playedShow}, with {showShare} played episodes finished.',
    'Stay with {playedShow}: {showShare} played episodes finished.',
    'Between you and {playedShow}: {showShare} played episodes finished.',
    'Return to {playedShow}: you finished {showShare} episodes that you played.',
    'Keep going with {playedShow}: {showShare} played episodes finished.',
    'This is {playedShow}, of which you finished {showShare} played episodes.',
    'Your record with {playedShow}: {showShare} played episodes finished.',
  ],
  [
    '{people} here play both {anchor} and {target}.',
    '{anchor} and {target} share {people} here.',
    'Ask around {anchor}: {people} there play {target} as well.',
    'Beside {anchor}, {people} also play {target}.',
    'Where {anchor} is played, {people} play {target}, too.',
    'Both {anchor} and {target} are in the plays of {people}.',
    'Shared by {people}: {anchor} and {target}.',
    'Company for {anchor}: {people} play both it and {target}.',
    'Out of those who play {anchor}, {people} play {target} as well.',
    'Among those who play {anchor}, {people} play {target}, too.',
  ],
  [
    '{fewer} people here have found this.',
    'Found by {fewer} listeners here.',
    'It has {fewer} listeners here.',
    'Small company here: {fewer} people.',
    'Room to sit: {fewer} listeners here.',
    'Shared by {fewer} people here.',
    'Off the road: {fewer} listeners here reached it.',
    'Played by {fewer} people here.',
  ],
]

/** What else is known, where there is room. */
export const details: readonly (readonly string[])[] = [
  ['The guest is {guest}.', 'With {guest}.', 'Your guest is {guest}.', 'Hear {guest} as the guest.', 'Guest: {guest}.'],
  ['It came out on {day}.', 'From {day}.', 'Published on {day}.', 'On {day} it came out.', 'Out on {day}.', 'This one is from {day}.', 'Released on {day}.'],
  ['Your host is {host}.', 'Hosted by {host}.', 'The host is {host}.'],
]

/** Where there is nothing to quote, to point at or to say. */
export const lastWords: readonly (readonly string[])[] = [
  ['From {show}.', 'An episode of {show}.'],
  ['{show}.'],
  ['{title}.'],
  ['{+title}Here it is.'],
  ['Here it is.'],
]
