import type { PatternReader } from '../../statements/pattern.js'
import { ways, type Way } from '../../statements/way.js'

/** Whoever was named, or stands for somebody who was: "an artist you played". */
const artist = '({A:artist} | $them | (an artist | an act | a name | someone | somebody | one) (that | whom | who)?)'
const onward = '(first | started | began)'

/** How often this listener played an artist, and when it began and ended. */
export function artistWays(reader: PatternReader): Way[] {
  return [
    ...ways(
      reader,
      'artist-plays',
      `$when? (${artist}? $you | %after-you) $played ${artist}? [$times; $when; $inall; alone; here]`,
      `$when? $you? (had | have | gave | given | put in | made | counted | collected | amassed | notched up | notched | built up | racked up | logged | clocked up | clocked | got | spent | went on to | come to | reached) ${artist}? (a total of)? {n:plays} (more)? ({A:artist} | of their | of them)? $plays [(of | for | with | by | to | on | from) ${artist}; $when; $yours; $inall; alone]`,
      `(your | those | with | after | thanks to | the | and your | that makes | that is | thats | it is | its | there were | there are | all)? {n:plays} (of (your | those))? ({A:artist} 's?)? $plays [(of | for | with | by | from) ${artist}; $when; $yours; $inall; alone]`,
      `${artist} (has | have | had | has had | have had | got | gets | received | earned | drew | counts | collected | took | takes | claimed | account for | accounts for | holds) $nplays [$yours; $when; $inall; alone]`,
      `(${artist} (is | are | was | were)?)? (whom | who | which | that) $you $played [$times; $when; $inall; alone]`,
      `(${artist} (is | are)?)? (no stranger | no strangers | a familiar name) (to you)? , ?(played)? [$times; $when; $inall]`,
      `($them | you heard {A:artist} | it was | that was | all of it | all of them | that is)? [$times; $when; alone]`,
      `$when (your | the)? $plays (of | for) ${artist} (came to | numbered | reached | added up to | totalled | made) {n:plays}`,
      `$when? $you? (had | have had | enjoyed)? (a (good | long | busy | fine | proper)? (run | spell | stretch | time | streak)) (with ${artist})? [$when; , ?$nplays; $times]`,
      `(you)? (came | come | went | kept coming | kept going | kept returning) back (often | often enough | enough | for more | again and again)? (to ${artist})? (for | to make (it | that) | to reach | until it was | to bring it to | with) $nplays $when?`,
      `(and)? (the | that)? year (ended | closed | finished) (with | on | at) $nplays %that-year %year-end`,
      `{n:plays} (of)? (plays | your plays | them)? $when? (were | are | was | went | belong | belonged | followed | came | happened | fell | were added) ((for | to) ${artist})? $when? (alone)?`,
      `($when (alone)? | {y:year}) (it was | there were | you had | came | brought | saw | had | added | gave | counts | holds | has) (you)? (a total of | a further | another)? $nplays (of them | of ${artist} | from you | more)?`,
      `{y:year} (was | became) (the | a | your) (big | busy | full | good | peak)? ({A:artist})? year (for (${artist} | them | that))? (with | at | and)? $nplays`,
      `$when? $you (kept | stayed | carried on | went on) (with | playing | listening to | coming back to | going back to | returning to)? ${artist}? [$times; $when; with $nplays]`,
      `${artist} (is | are) (someone | an artist | a name | one)? (you (know | met | have met | have known)) (from | by | through | with) $nplays $when?`,
      `(you know ${artist} (well)? (from | by | through | with)) $nplays [$when; $inall; $yours]`,
      `{A:artist} made {n:plays} appearances in your (plays | listening | history) (of | in) {y:year}`,
      `{y:year} (brought | added | saw) {n:plays} (of them | more)`,
      `$when ${artist} (was | were | got | had | made up | came to)? {n:plays} (of your)? $plays`,
    ),
    ...ways(
      reader,
      'artist-first-play',
      `(it was)? ((way)? (back)? in)? ({ymk:first})? (that | when)? (${artist}? $you | %after-you) (only)? (first (played | heard | met | listened to | put on | tried | came across | encountered | turned to | spun | discovered | found) | (played | heard) | $met) ${artist}? (for the first time)? ((way)? (back | only | first)? (in | as far back as) {ymk:first})?`,
      `your first ({A:artist} 's?)? (play | listen | spin | encounter | meeting | taste | time)? ((of | with | by) ${artist})? (was | came | is | goes back to | dates (back)? (to | from) | dates back to | happened | fell)? (back)? (in | to | from)? {ymk:first}`,
      `$you? (only)? (were | was)? (been)? ($playing | known | played | followed | had | kept | been playing | listening to) ${artist}? (in your (plays | rotation | history | listening) | around)? (already)? (since | as far back as | as early as | by) {ymk:first}`,
      `(${artist} (has | have))? been (with you | around (for you)? | part of your (plays | rotation | history | listening) | in your (plays | rotation | history | listening | ears | library) | around in your (plays | rotation | history | listening) | on your list | on your shelf) since {ymk:first}`,
      `(a | the | your)? (history | story | acquaintance | time | road | run | journey | connection | listening) (with | of | to) ${artist} (began | started | begins | starts | goes back | dates back | reaches back | stretches back | opens | opened)? (in | to | since | from)? {ymk:first}`,
      `(you and {A:artist} | ${artist} (and you) | $you | your plays | it all | things | your plays of {A:artist}) (go | goes | going | begin | began | start | started | begin | date | dates | reach | reaches | stretch | stretches) (way | all the way | a long way)? (back)? (with you)? (, ?all the way)? (in | to | with | from)? {ymk:first}`,
      `{A:artist} (go | goes) (way)? back (a long way)? with you , ?(all the way)? (to) {ymk:first}`,
      `${artist} (${onward})? (first)? (entered | came into | joined | appeared in | showed up in | turned up in | landed in | found (a | their) way into | made it into | made their way into | arrived in | slipped into | stepped into | reached | came up in | came to | appeared | showed up | turned up | arrived) (your (plays | history | rotation | listening | ears | life | log | library | world | playlists)) (in | back in)? {ymk:first}`,
      `${artist} (is | was) a (find | discovery) of yours (from | in | of) {ymk:first}`,
      `(it was)? (back)? in {ymk:first} (that)? ${artist} (first)? (entered | came into | joined | turned up in | showed up in | appeared in) your (plays | history | rotation | listening | ears | library)`,
      `since {ymk:first} ($you? (been)? ($playing | known | played | followed | had | kept) ${artist}? (in your (plays | rotation | history | listening))?)?`,
      `{ymk:first} (is | was) when (it (began | started | all began | all started) | you (first)? (met | heard | played | found | discovered) ${artist}? | ${artist} (first)? (came | turned up | showed up | appeared))`,
      `(the | your)? first (play | one | of them | time) (was | came | being)? (in)? {ymk:first}`,
      `(going back to | dating back to | that goes back to | reaching back to | all the way back to | first | as far back as) {ymk:first}`,
    ),
    ...ways(
      reader,
      'artist-last-play',
      `(${artist}? $you | %after-you) last (played | heard | listened to | put (them)? on | visited | met | spun | turned to | reached for) ${artist}? (on)? (back)? in {ymk:last}`,
      `(your | the) (last | latest | most recent | final) ({A:artist} 's?)? (play | listen | spin | one | time | visit | of them | of those)? ((of | with | from | by) ${artist})? (was | came | is | dates from | dates back to | dates to | happened | fell | being | goes back to | coming)? (back)? (in | from | to)? {ymk:last}`,
      `(you | youve)? (have not | havent | had not | hadnt | not | never) (played | heard | touched | been back to | returned to | gone back to | visited | put on | listened to | been back | come back | come back to | looked back | spun | returned | reached for | heard from | revisited) (${artist} | since)? (again)? since ({ymk:last})`,
      `(you | youve)? (have not | havent) (played | heard | touched | been back to | returned to | gone back to | visited | listened to | been back | come back | come back to | returned | heard from) ${artist}? since %since-then`,
      `(there has been | theres been | there is | with | has been | have been | it has been | its been)? (nothing | no plays | not a play | silence | no play | quiet | not one play | not a single play | no sign of them | not once | not a note) (from you | by you | of yours)? ((of | by | from | for | with) ${artist})? (since | after) {ymk:last}`,
      `(and)? ($you | the plays | your plays | %after-you) (stopped | went quiet | fell silent | goes quiet | go quiet | ended | end | ends | trailed off | tailed off | broke off | left off | went cold | goes cold | dried up | paused | stop | stops | left (them)? | let them (rest | go | lie) | moved on | drifted (away | off | apart) | parted ways | went silent | been away) (after | in | since) {ymk:last}`,
      `(${artist} | they)? (and)? (dropped | fell | slipped | drifted | went | disappeared | vanished | faded) (out of | from) (them | it | your (plays | history | listening | rotation)) (after | in) {ymk:last}`,
      `(and | then | but)? (nothing | none | silence | quiet | not | no more) (since | after) ({ymk:last})`,
      `(since {ymk:last})? (you | youve | have)? (have)? (left | let) (them | ${artist})? (alone | be | there | rest | behind | aside) (since {ymk:last})?`,
      `(the)? last (time | play | one | of them) (you (played | heard) ${artist})? (was | came | being)? (back)? (in)? {ymk:last}`,
      `{ymk:last} (is | was) the last (time | play | one | month) (you (played | heard) ${artist})?`,
      `(until | till | up to | up until | right up to) {ymk:last}`,
    ),
    ...ways(
      reader,
      'artist-first-play artist-last-play',
      `(${artist}? $you | %after-you) ($played | followed | kept up with | kept coming back to | kept going back to | listened to)? ${artist}? (from | between) {ymk:first} (to | until | till | and | through | up to) {ymk:last} $you? (played | kept coming back to | kept going back to | followed | kept to | listened to | had)? ${artist}? (with you | around)?`,
      `your first (play | listen | one)? (of ${artist})? (was | came | is)? (in)? {ymk:first} , (and)? (your | the)? last (one)? (was | came | is)? (in)? {ymk:last}`,
      `{A:artist} ($played | was | were | stayed | has been | have been) (with you | around | in your (plays | listening | rotation | ears)) (from | between) {ymk:first} (to | until | till | and) {ymk:last}`,
    ),
    ...ways(
      reader,
      'artist-plays artist-first-play',
      `$when? (${artist}? $you | %after-you) $played ${artist}? [$times; $when; since {ymk:first}; $inall]`,
      `(your | with | after)? {n:plays} ({A:artist} 's?)? $plays [(of | for | with | by) ${artist}; $when; since {ymk:first}; $yours; $inall]`,
      `$you? (had | have | logged | racked up | clocked up) $nplays [(of | for | with | by) ${artist}; $when; since {ymk:first}; $inall]`,
      `$you? first (played | heard | met) ${artist} in {ymk:first} , (and | with)? (played | heard)? (them)? [$times; $when; of them]`,
    ),
    ...ways(reader, 'artist-plays artist-first-play artist-last-play', `{n:plays} plays (between | from) {ymk:first} (and | to | until) {ymk:last} %all-of-it`),
    ...ways(
      reader,
      'known-artist',
      `(lets | we | now | so | time to | you could | its time to)? (revisit | return to | go back to | get back to | hear more of | hear more from | back to | come back to | pick up with | stay with | more of | more from | again) {A:artist} (again | once more)?`,
      `{A:artist} (again | once more)`,
      `${artist} (is | are) (no stranger | no strangers | not new | familiar | well known | known) (to you | in your (plays | history | listening))`,
      `(lets | time to) hear (them | {A:artist}) (again | once more)`,
      `(staying | sticking) with (them | {A:artist})`,
      `you (already)? know ${artist} (already | well)?`,
      `(remember | think of | think back to) {A:artist}`,
    ),
  ]
}

const ofTag = '((releases | records) (that are)? $tagged {gTX:tag} | {gTX:tag} (tagged)? (releases | records))'

/** What this listener played of a release, of a label and of a tag. */
export function shelfWays(reader: PatternReader): Way[] {
  return [
    ...ways(
      reader,
      'release-plays',
      `$you? $played ({R:release} | it | this $rnoun | the $rnoun) {n:plays} (times | plays)?`,
      `$you (been)? (through | played | heard) (its | the) (tracks | songs) {n:plays} times`,
      `(its | the | their) (tracks | songs) (have | had | got | have had | have been played) ($nplays $yours? | {n:plays} times) (by you)?`,
      `$you? (have | had) $nplays (of | from) (it | its tracks | that $rnoun | this $rnoun)`,
      `(your | with)? $nplays (of | for | from) (tracks (on | from | of))? ({R:release} | this $rnoun | the $rnoun)`,
      `({R:release} | this $rnoun | the $rnoun) (has | have | had | got | counts | has had) $nplays $yours?`,
      `you know ({R:release} | this $rnoun) (well)? from $nplays`,
    ),
    ...ways(
      reader,
      'label-plays',
      `(since {y:since})? $you? $played (so far)? {n:tracks} (different | of their | of its | separate)? ({L:label} 's?)? (tracks | songs)? [(from | of | on | by | off | out on | released on | released by) ($label)? {L:label}; since {y:since}; so far]`,
      `(since {y:since})? (your | with | the | those)? {n:tracks} ({L:label} 's?)? (tracks | songs | of its tracks | of their tracks) [(from | of | on | by | off) {L:label}; (that | which)? ($you $played | played | heard) (by you)?; since {y:since}; so far; of yours]`,
      `(since {y:since})? ({L:label} | it | the label | this label | a label that | which) (has | have)? (given | gave | brought | handed | supplied | provided | served | been good for) you? {n:tracks} (of your)? (tracks | songs | plays)? (so far)? (since {y:since})?`,
      `(since {y:since})? $you (been)? ($playing | following | known | followed | played | exploring | digging through | working through) ({L:label} | it | the label | this label | a label)? (since {y:since})?`,
      `{L:label} is (a label | one) (that)? $you (been)? ($playing | known | followed | played | following) since {y:since}`,
      `({L:label} | it | this label | the label) is (familiar | known | no stranger | home) (ground | territory)? (to you | for you) , {n:tracks} (tracks | songs)? (played | heard | of them)? since {y:since}`,
    ),
    ...ways(
      reader,
      'tag-plays',
      `$you? $played (tracks | music | songs | something | anything)? (from | on | off | of)? (${ofTag} | (releases | records) (of | in) {gTX:tag}) {n:plays} times (before)?`,
      `($you? (had | have | got | logged | racked up | clocked up | given | gave) | your (listening | history | plays) (includes | include | holds | hold | has | counts | contains))? {n:plays} $plays (of | from | for | to | on | in | with | under) (tracks (from | on | off))? ${ofTag} $yours?`,
      `(your | with (your)? | after | those | the)? {n:plays} $plays (of | from | for | to | on | in | with | under) (tracks (from | on | off))? ${ofTag} [$yours; so far]`,
      `(${ofTag} | {gTX:tag} | a tag (that)? | that tag | which | that | a shelf (that)?) (have | has | had | have taken | has taken | account for | accounts for | hold | holds | make up | makes up | got | have given you | has given you | gave you) (collected)? (a total of)? ($nplays | {n:plays} of your plays) $yours?`,
      `$you? (pulled | drawn) {n:plays} $plays (out of | from) ${ofTag}`,
      `(the)? {gTX:tag} (tag)? , ?(as a tag)? , ?(has drawn | has taken | has had | turns up in | shows up in | accounts for) ($nplays | {n:plays} of your plays) $yours?`,
      `{n:plays} $plays (of | from) (tracks (from | on))? ${ofTag} (led | lead | brought you | bring you | point | pointed) (to this | here | to this one)`,
      `({gTX:tag} (is | being)?)? (a tag (that)? | a shelf (that)? | which | that | a corner (that)?) $you ($played | returned to | come back to | gone back to) {n:plays} times`,
      `$you? $played {gTX:tag} (releases | records) {n:plays} times`,
      `$you? (had | have | logged | racked up | clocked up | with (your)? | your)? {n:plays} {gTX:tag} plays $yours?`,
      `you know ${ofTag} from $nplays`,
      `after (your)? $nplays (of yours)? from ${ofTag} , ?here is another (one)?`,
      `(a | the)? tag with $nplays $yours`,
      `(if | as)? (your | those) {n:plays} $plays of ${ofTag} (are | is) (anything | something | a thing) to go by`,
      `$you? ($played | returned to | come back to | gone back to) {n:plays} times`,
    ),
    ...ways(
      reader,
      'no-tag-plays',
      `(there (is | are))? (no | not one | not a single | none | zero | you have no) ({gTX:tag})? (plays | play | releases | records)? (of | from | tagged)? (${ofTag} | {gTX:tag})? (in your (history | plays | log | listening) | from you | so far | yet | on your side)?`,
      `({gTX:tag} | the {gTX:tag} tag | the tag {gTX:tag} | {gTX:tag} releases) (is | are | would be | remains | will be) (new | new ground | new territory | uncharted | uncharted territory | unexplored | unexplored territory | unexplored ground | unfamiliar | unfamiliar territory | unfamiliar ground | a first | untried | a blank | fresh ground | fresh territory | a tag you havent played | a new tag | a new shelf | a new corner | absent | missing) (for you | to you | in your (history | plays | listening) | from your (history | plays | listening))?`,
      `$you (not | never | yet to) (played | heard | tried | touched | explored | visited | play | hear | try | explore) ((a | any)? (release | releases | record | records | anything | something | one) $tagged {gTX:tag} | {gTX:tag}) (yet | before | so far)?`,
      `you (havent | have not | have never | have yet to) (played | heard | tried | touched | explored | visited | play | hear | try | explore) ((a | any)? (release | releases | record | records | anything | something | one) $tagged {gTX:tag} | {gTX:tag} (releases | records)?) (yet | before | so far)?`,
      `your (first | very first) (release | record) $tagged {gTX:tag}`,
    ),
  ]
}
