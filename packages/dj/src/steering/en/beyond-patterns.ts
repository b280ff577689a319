import type { Sense } from '../mention.js'
import { pattern, type Pattern } from '../pattern.js'

const beyond = (why: string): Sense => ({ type: 'beyond', why })

/** What people ask of a DJ, and what no catalogue here says. Tried last: a tag of that name comes first. */
export const beyondPatterns: readonly Pattern[] = [
  pattern(
    '(?:something |songs? |music )?(?:happy|happier|sad|sadder|romantic|melanchol(?:y|ic)|cheerful|joyful|gloomy|angry|moody|uplifting|emotional|dreamy|sexy|funny|scary|spooky|depressing|hopeful|heartbreak|feel ?good)',
    (match) => beyond(`I do not know which songs are ${match[0].split(' ').at(-1)}: calmer or livelier is what I can do.`),
  ),
  pattern(
    '(?:in |with )?(?:french|german|spanish|english|italian|portuguese|japanese|korean|russian|swedish|polish|turkish|arabic|chinese|hindi|dutch|greek)(?: (?:lyrics|language|music|songs?|artists?|bands?))?',
    beyond('I do not know in which language, or from which country, a song is.'),
  ),
  pattern(
    '(?:with )?(?:lyrics|female (?:vocals?|singers?|voices?)|male (?:vocals?|singers?|voices?)|a woman singing|choirs?|whistling|clapping|key changes?)',
    beyond('The catalogue does not say who sings, or what is heard in a song.'),
  ),
  pattern('(?:at |around |about )?\\d{2,3} ?bpm|(?:the )?bpm', beyond('The catalogue does not say how many beats a minute a song has.')),
  pattern(
    '(?:popular|famous|chart|charts|trending|viral|top (?:40|ten|10|100)|number ones?|hits?)(?: (?:songs?|music|hits?|stuff))?',
    beyond('I do not go by charts.'),
  ),
  pattern(
    '(?:whats? |how is )?(?:the )?weather(?: (?:like|today))?|what time(?: is it)?|(?:who|what|where|why|how)(?: (?:is|are|was|were|s)) (?:you|the time|the news)|the news|make (?:me )?(?:a |some )?(?:sandwich|coffee|tea)',
    beyond('I only play music and episodes.'),
  ),
]
