import { wordSet } from './word-set.js'

/** From voice.md: the salesman's words. */
export const bannedWords = wordSet(
  'amazing iconic legendary banger bangers vibe vibes masterpiece masterpieces elevate elevates elevating sonic unforgettable incredible epic stunning breathtaking mesmerizing mesmerising must-listen must-hear curated groundbreaking timeless ' +
    'ultimate unmissable awesome fantastic brilliant gem gems journey soundscape soundscapes soundtrack tapestry delve delves dive immerse immersive captivating haunting soulful magical magic vibrant eclectic hidden-gem absolutely obsessed',
)
export const bannedPhrases: readonly string[] = [
  'must listen',
  'must hear',
  'sonic journey',
  'curated just for you',
  'just for you',
  'as an ai',
  'language model',
  'you are going to love',
  'you will love',
  'people like you',
  'dive into',
  'look no further',
]
