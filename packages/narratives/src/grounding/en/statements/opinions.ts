import type { PatternReader } from '../../statements/pattern.js'
import { ways, type Way } from '../../statements/way.js'

const it = '(it | this | this one | that | this track | the track | this episode | the episode | {T:title} | {A:artist} | {R:release} | they | them)'

/** Clauses that state nothing: an invitation, a step to the item. Nothing here says how it sounds, or who the listener is. Edit freely. */
export function opinionWays(reader: PatternReader): Way[] {
  return ways(
    reader,
    'item',
    `(so)? (here is | heres | here comes | here are | this is | thats | next is | time for | now for) (another | another one | one more | more | more of them | more of it | one | something | the next one | a way in | a way back | a good place to start | a place to start | a start | a next step | a reason to go back | your way back | your way back in | the way in | a door in | a good way in | the next step | where to go next)`,
    `${it} (is | makes | seems | feels | could be | would be | looks)? (worth (a (listen | try | visit | spin | few minutes | look | detour | return) | your time | hearing | trying | the detour | going back for | a (second | closer) listen | meeting | knowing | the (trip | walk | time | minutes)))`,
    `(a | the | another)? (good | fine | fair | easy | natural | logical | sensible | obvious | fitting | nice | short)? (place | point | way | reason | spot | time | moment | step) to (start | begin | go back | return | go on | continue | pick up | pick up again | step in | go next | come back | go from there)`,
    `(lets | time to | you could)? (break | end) (it | the silence | that silence) with ${it}`,
    `(this)? next (piece | one | track) is (off | from) (one more | another | another one)`,
    `({A:artist} 's)? ({R:release} | {T:title} | it | this) (seems | seemed | is) (a | an)? (natural | good | fine | fair | obvious | easy) (fit | step | next step)`,
    `${it}? (picks | pick) up where you left off`,
    `(so)? (why not | lets | you could | you might | perhaps | maybe) (give | try | hear | start with | begin with | go back with | return with) ${it} (a (listen | try | spin | go))?`,
    `${it} (fits | belongs | follows | sits) (right)? (in | on | there | here | in there | on that shelf | in that row | next to (them | it))`,
    `${it} (is | comes)? (next | up next | next up | waiting | up now | on now)`,
    `(and)? (there is | theres) (more | another one | one more) (where that came from | here | to hear | to come)`,
    `(listen | start | begin | go on | go back | step in | come back) (from there | from here | with ${it} | here | there)`,
  )
}
