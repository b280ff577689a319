import { computed, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

/** Plays of a record, of a label, of a tag. */
export const playsOfRecords: readonly ParaphraseRule[] = [
  rule('{n} plays (?:of tracks )?(?:from|of) releases that (?:carry|have|bear|share) (?:it|that tag|the tag|the same tag)', [
    'You played tracks from releases tagged {g^} {n} times',
  ]),
  rule('{n} (?:of your )?plays (?:went to|belong to|are of|were of) (?:tracks from )?releases tagged {g}', [
    'You played tracks from releases tagged {g} {n} times',
  ]),
  rule('{g} is (?:a|the) tag (?:that )?you (?:have met|know|have played|have heard)(?: before| well)?', [], 'the tag {g}'),
  rule('(?:its|the) tracks (?:have had|had|have|got|have got|have seen|have been given) {n} plays(?: from you)?', ['You played tracks of {R^} {n} times']),
  rule(
    "{R}, (?:a |the )?(?:<rel> )?(?:whose tracks|of which|tracks of which) (?:you played|you have played|have had|you[’']ve played) {n}(?: times| plays)(?: from you)?",
    ['You played tracks of {R} {n} times'],
    '{R}',
  ),
  rule('<youve> (?:played|heard|put on) (?:tracks (?:of|from|off|on) )(?:its <rel>, |the <rel> )?{R},? {n}(?: times)?', ['You played tracks of {R} {n} times']),
  rule('(?:its|the) <rel>, {R}, (?:has|had) (?:had )?{n} plays (?:from|by) you', ['You played tracks of {R} {n} times'], 'its release is {R}'),
  rule('(?:tracks (?:of|from) )?{R} (?:has|have|had) (?:had |got |seen )?{n} plays(?: from you| of yours)', ['You played tracks of {R} {n} times']),
  rule('(?:tracks (?:of|from|on) )?{R}(?:,)? (?:which )?you (?:have )?played {n} times', ['You played tracks of {R} {n} times'], '{R}'),
  rule('<youve> (?:been through|gone through|got through|heard|played|put on) {n} (?:tracks (?:of|from|on) {L}|{L} tracks) since {y}', [
    'You played {n} tracks of {L} since {y}',
  ]),
  rule('since {y},? <youve> (?:been through|gone through|got through|heard|played|put on) {n} (?:tracks (?:of|from|on) {L}|{L} tracks)', [
    'You played {n} tracks of {L} since {y}',
  ]),
  rule(
    '(?:it is |that is |that makes |they make |there are )?{n} (?:{L} tracks|tracks (?:of|from|on) {L})(?: for you| from you| in your plays| in your history)? since {y}(?: for you| in your plays)?',
    ['You played {n} tracks of {L} since {y}'],
  ),
  rule("(?:you have |you[’']ve )?{n} plays of (?:tracks (?:from|on|off) )?(?:{g} releases|releases (?:tagged|with the tag|under) {g}|{g} records)", [
    'You played tracks from releases tagged {g} {n} times',
  ]),
  rule('{g} (?:releases|records) (?:have had|have|had|got|count|counted|have got|have seen) {n} plays (?:from|by) you', [
    'You played tracks from releases tagged {g} {n} times',
  ]),
  rule('{g}(?:,)? (?:is )?a tag (?:behind|on|of|with) {n} of your plays', ['You played tracks from releases tagged {g} {n} times'], 'the tag {g}'),
  rule(
    '{n} of your plays (?:are|were|have been|went|come|came|belong)(?: of| to| from)? (?:tracks (?:from|on) )?(?:{g} releases|releases tagged {g}|{g} records)',
    ['You played tracks from releases tagged {g} {n} times'],
  ),
  rule('{g} you know: {n} plays of tracks from releases (?:with|that have|that bear) (?:that|the) tag', [
    'You played tracks from releases tagged {g} {n} times',
  ]),
  rule(
    '(?:and |but )?(?:there is |there are )?(?:no|not one|not a single|none of your) (?:plays? of yours|plays?|of your plays|tracks? of yours)(?: so far| yet)? (?:is|are|comes|come|came|was|were)(?: of| from)? (?:a |any )?(?:track of a |track from a )?(?:(?:releases?|records?) (?:tagged|with the tag|under|that is tagged) {g}|{g} (?:releases?|records?))',
    ['You have played no release tagged {g}'],
  ),
  rule(
    "(?:and |but )?(?:you have |you[’']ve |there is |there are )?(?:no|not one|not a single|never a) (?:plays?|track plays?) (?:so far )?(?:of|from) (?:a |any )?(?:{g} releases?|releases? tagged {g}|{g} records?|releases? with the tag {g})(?: so far| yet| in your plays| in your history)?",
    ['You have played no release tagged {g}'],
  ),
  rule(
    '(?:and |but )?(?:no|not one|not a single) {g} (?:release|record)(?: is| has been)? (?:in your (?:plays|history)|played|among your plays)(?: so far| yet)?',
    ['You have played no release tagged {g}'],
  ),
  rule(
    'you have (?:not|never|not yet) (?:played|heard|put on) (?:anything|a thing|a release|a record|one|any release|any record|a track of a release|a track from a release) (?:tagged|with the tag|under|that is tagged) {g}(?: so far| yet)?',
    ['You have played no release tagged {g}'],
  ),
]
