import type { PatternReader } from '../../statements/pattern.js'
import { ways, type Way } from '../../statements/way.js'

const play =
  '(play | listen to | have played | have on | put on | turn to | spend time with | go for | reach for | have on rotation | follow | hear | play and replay | know)'

/** What other listeners play. */
export function audienceWays(reader: PatternReader): Way[] {
  return [
    ...ways(
      reader,
      'shared-audience',
      `$both (other)? (listeners | people | of the listeners) (here)? (who | that) (also)? ${play} {AS:anchor} (also | too)? ${play} {AS:target} (as well)?`,
      `$both (other)? (listeners | people) (here)? (also)? (${play} | share) (both)? {AS:anchor} and {AS:target}`,
      `$both (other)? {AS:anchor} listeners (here)? (also | too)? ${play} {AS:target} (as well)?`,
      `$both (listeners | people) (of | for) {AS:anchor} (also | too)? ${play} {AS:target} (as well)?`,
      `{AS:anchor}? (has | have) $both (listeners | people) in common with {AS:target}`,
      `{AS:target} comes (to you)? by way of {AS:anchor} , ?(since | as | because)? $both (listeners | people) play (them)? both`,
      `{AS:anchor} and {AS:target} (share | have | have in common) $both (listeners | people) (here | in common)?`,
      `(the)? (listeners | people) (here)? (of | who play | who listen to | for) {AS:anchor} (, | and)? {AS:anchor_2}? (, ?and | and)? {AS:anchor_3}? (here)? (also | too)? ${play} {AS:target} (as well)?`,
      `{AS:anchor} ((, | and)? {AS:anchor_2})? ((, and | and | ,)? {AS:anchor_3})? (all | both)? (share | have) listeners (in common)? with {AS:target}`,
      `({AS:target} | they | it) (is | are) (also)? played by $both (listeners | people | of the listeners) (here)? who (also)? ${play} {AS:anchor}`,
      `(listeners | people) (here)? (who | that) ${play} {AS:anchor} (also | often)? ${play} {AS:target} , $both (of them | in all)`,
      `$both (listeners | people) (here)? who share your (taste for | plays of) {AS:anchor} (also)? ${play} {AS:target}`,
    ),
    ...ways(
      reader,
      'few-listeners',
      `(only | just | hardly | so far)? ((fewer | less) than | under) %fewer {n:fewerThan} $people (here)? (ever)? (have (ever)? | has | did)? $played_it ({T:title} | it | this | this one | this track | this episode | that one)? [yet; so far; here; in this catalogue; before]`,
      `({T:title} | $it | this episode)? (has been | was | is | have been | remains)? (played | heard | found | known | discovered | visited) (by | to) (only | just)? ((fewer | less) than | under) %fewer {n:fewerThan} $people? [yet; so far; here; in this catalogue]`,
      `((fewer | less) than | under) %fewer {n:fewerThan} $people? [here; in all; so far; all told; in total; of them; to be precise; to be exact]`,
      `(only | just) a (handful | few) (of)? (listeners | people | others | of people | of listeners)? (here)? (, ((fewer | less) than | under) %fewer {n:fewerThan} ($people)? (in all)?)? (have | has)? $played_it? ({T:title} | it | this | this one | this track | this episode | that one)? [yet; so far; here; in this catalogue]`,
      `(almost | hardly | next to | nearly | practically | scarcely | barely) (nobody | no one | anybody | anyone | no body | noone) (here | else here | around here | else)? (, ((fewer | less) than | under) %fewer {n:fewerThan} ($people)? (in all)?)? (has | have)? $played_it? ({T:title} | it | this | this one | this track | this episode | that one)? [yet; so far; here; in this catalogue]`,
      `(a rarity | a rare one | a quiet corner) (here)? , ?(with)? ((fewer | less) than | under) %fewer {n:fewerThan} $people (so far | here)?`,
      `not (very)? many (people | listeners)? (here)? have $played_it ({T:title} | it | this | this one | this track | this episode) [yet; so far; here] (, ((fewer | less) than | under) %fewer {n:fewerThan} ($people)? (here)? (in fact)?)?`,
      `(few | very few) (listeners | people | others) (here)? (have)? $played_it ({T:title} | it | this | this one | this track | this episode | that one)? [yet; so far; here]`,
      `(with | has | have | it has | having) (only | just)? ((fewer | less) than | under) %fewer {n:fewerThan} $people [yet; so far; here; in this catalogue]`,
    ),
  ]
}
