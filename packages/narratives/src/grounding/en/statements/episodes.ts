import type { PatternReader } from '../../statements/pattern.js'
import { ways, type Way } from '../../statements/way.js'

/** "Nine of the ten". */
const some = '({f:part} (of)? (the | your)?)'
/** "All five": of those that were begun, which has to be said. */
const every = '(both %both (of)? (the | your)? | (all | every one of | each of | all of) %all (the | your)? ({n:part})? | every %all)'

/** What is known of an episode, and what this listener finished of its show and its topics. */
export function episodeWays(reader: PatternReader): Way[] {
  const noun = '(episodes | episode | ones | of them)'
  const topic = '({gTXSCP:topic})'
  const topics = `(${topic}? ${noun}? ((about | on | around | tagged | covering | dealing with | with) (${topic} | it | that | this))?)`
  const ofShow = '(({S:show} | of its)? (episodes | episode | ones | of them)? ((of | from) ({S:show} | it | the show | this show))?)'
  const toTheEnd =
    '(to the end | all the way through | to the finish | through | all the way | right to the end | through to the end | till the end | until the end)'
  return [
    ...ways(
      reader,
      'topic-plays',
      ...[`${some} ${topics} $started?`, `${every} ${topics} $started`].flatMap((which) => [
        `$you? (always)? $finished ${which} ${toTheEnd}?`,
        `$you? (seen | sat | stuck with | stayed with | followed | heard | taken | listened to) ${which} ${toTheEnd}`,
        `${topics} : ?$you $finished ${which.replace(topics, noun)}`,
        `${which} (finished | heard to the end | completed | played to the end)`,
      ]),
      `(of | from | out of) the {n:whole} ${topics} $started , ?you (have)? $finished {n:part}`,
      `${some} (about | on) ${topic} %after-finished`,
      `(including | as well as)? ${every} (episodes)? (about | on) ${topic} %after-finished %after-started`,
      `(including | as well as)? ${some} (episodes)? (about | on) ${topic} %after-finished`,
      `(you have)? (played | started)? {n:whole} ${topic}? episodes ((about | on) ${topic})? (played | started | begun | that you played | you played)? , ?(and)? (you)? (have)? (finished | completed)? (all | all of)? {n:part} (of them)? (finished | to the end | heard to the end | completed)?`,
      `(you have)? (played | started) {n:whole} ${topic}? episodes ((about | on) ${topic})? , ?(and)? (you)? (have)? (finished | completed | heard out) (every one | all of them | each | each of them | them all | all) (of them)? %all`,
      `every one of the {n:part} episodes (about | on) ${topic} $started , ?you (also)? finished %all`,
      `(of | out of) (the)? {n:whole} episodes (about | on) ${topic} $started , ?you (saw | heard | finished | followed) {n:part} (through to the end | to the end | through)?`,
      `{n:whole} episodes (about | on) ${topic} (have come your way)? , ?and you (saw | finished | heard | followed) (each one | every one | all of them | them all | the lot | each of them | every one of them) (through | to the end)? %all`,
      `every (single)? episode (about | on) ${topic} (that)? (you (have)? | youve) (played | started) (about | on)? , ?(you (have | also)? | youve) finished %all`,
    ),
    ...ways(
      reader,
      'show-plays',
      `$you? stuck with {S:show} through ${some} (episodes)? $started?`,
      ...[`${some} ${ofShow} $started?`, `${every} ${ofShow} $started`].flatMap((which) => [
        `$you? (always)? $finished ${which} ${toTheEnd}?`,
        `$you? (seen | sat | stuck with | stayed with | followed | heard | taken | listened to) ${which} ${toTheEnd}`,
        `${which} (finished | heard to the end | completed | played to the end)`,
      ]),
      `(of | from | out of) the {n:whole} ${ofShow} $started , ?you (have)? $finished {n:part}`,
    ),
    ...ways(
      reader,
      'episode-date',
      `({T:title} | it | this | this one | this episode | the episode | an episode | episode)? (was | is | dates)? (published | out | from | aired | released | recorded? | went out | came out | dates from | dating from | of)? (on | in | back in | from)? {ymd:date}`,
    ),
    ...ways(
      reader,
      'episode-length',
      `(they | the two | both)? (talk | go on | speak | chat) (for)? $about? {tc:durationMs}`,
      `({T:title} | it | this | this one | this episode | the episode)? $run? ($about? {tc:durationMs} (long | of talk | of conversation | in all)?)`,
    ),
    ...ways(
      reader,
      'episode-number',
      `({T:title} | it | this | this one | this episode | the episode)? (is)? (number | episode | episode number | the) {no:number} (episode)? ((of | from | in | for) {S:show})?`,
      `{S:show} (episode | number | 's)? {no:number}`,
    ),
    ...ways(
      reader,
      'chapter',
      `(the | a | its | one)? (chapter | part | section | segment)? (on | called | titled | named | about)? {CX:chapter} (chapter | part | section | segment)? (starts | begins | opens | comes up | comes | kicks off | arrives | is up | turns up | is | waits | gets going | takes over | comes round | comes along | shows up | starts up | (has | gets) (its | a) (own)? (chapter | turn) | follows | awaits | can be found | you will find | is there)? (at | from | right at | starting at) {c:startMs} (exactly | sharp | on the dot | in)?`,
      `(at | from) {c:startMs} (on)? (comes | there is | theres | begins | starts | opens | you reach | you get to | you get | the | a | they get to | the chapter | a chapter | it turns to | they turn to | the talk turns to | its time for | it is time for)? (the | a)? (chapter | part | section | segment)? (on | called | titled | named | about)? {CX:chapter} (begins | starts | opens | comes up)?`,
      `(skip to | jump to | go to | head to | find | go straight to | head straight for | jump straight to) (the chapter)? {CX:chapter} (at | from) {c:startMs}`,
      `(skip to | jump to | go to | head to | go straight to | jump straight to) {c:startMs} (for | to hear | to find | to reach) (the chapter)? {CX:chapter}`,
    ),
  ]
}
