import { pattern, type Pattern } from '../pattern.js'

/** Words that could ask for something elsewhere, and ask for nothing here. */
export const mannerPatterns: readonly Pattern[] = [
  pattern(
    '(?:good|lovely|nice) (?:morning|afternoon|evening|day)(?: (?:dj|to you|everyone))?|(?:this|that) (?:morning|afternoon|evening|night|weekend)|(?:all|the whole) (?:day|night|evening|morning|week)(?: long)?|(?:long|some) time no see|(?:after |its been |been |had |what )*(?:a )?(?:long|hard|rough|busy) (?:day|week|night)(?: at work)?|(?:for|in) (?:so |such )?(?:a )?long(?: time| while)?|(?:the )?(?:same|usual) old|(?:at the|in the) (?:first|last) place|at (?:long )?last|first (?:of all|things first)|the other (?:day|night)|one of these days|the (?:whole|entire) time|next time|this time|for the (?:next|last|first) time|(?:would|could|can|will) you be so (?:kind|good|nice)|(?:or|and) (?:something |someone |anything |the )?(?:similar|the like|like (?:that|them|him|her))|(?:its |that is |thats )?(?:your|dealers) (?:choice|pick|call)|(?:(?:from )?here|from now) on(?: in| out)?|(?:i )?(?:have |got )?no (?:idea|clue|opinion|worries|problem|rush|pressure|offen[cs]e|thanks|thank you)(?: (?:really|yet|what|to be honest))*|(?:im |am )?not sure(?: yet| really)?|dunno|good (?:idea|job|work|one|choice|stuff)|nice one|well done|(?:youre|you are) (?:great|good|the best)|(?:all|everything)(?: is|s)? (?:good|fine|ok|okay)(?: (?:again|now))?',
    { type: 'manners' },
  ),
]
