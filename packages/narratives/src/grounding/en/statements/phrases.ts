import type { Phrases } from '../../statements/pattern.js'

/** Words that state nothing wherever they stand in a clause. Nothing that counts, compares, denies or dates belongs here. Edit freely. */
export const fillers: ReadonlySet<string> = new Set(
  ', ; : ( ) so well just simply also too then and but yes indeed here there quite rather really certainly naturally though although while as either anyway meanwhile incidentally fittingly appropriately conveniently handily neatly clearly evidently apparently likewise'.split(
    ' ',
  ),
)

/** Phrases that patterns share. One may use those before it. Edit freely. */
export const phrases: Phrases = {
  you: '(you (have|had|did|do)? | youve | youd)',
  det: '(the | a | an | this | that | its | their | his | her | one)',
  adj: '(neat | tidy | (short | brief | little | small | quick | compact | concise) %short | full | whole | good | fine | modest | single | mere | solid | nice)',
  them: '(them | they | this artist | the artist | that artist | this name | the name | that name)',
  // "With" and "for" are said of what somebody spent time on.
  playing:
    '(playing | hearing | listening to | spinning | putting on | following | going back to | coming back to | returning to | with | familiar with | in touch with | acquainted with | a listener of)',
  played:
    '(played | heard | listened to | spun | put on | had on | queued (up)? | queued up | cued up | called up | turned to | turned on | gone to | went to | reached for | picked | chosen | chose | pressed play on | hit play on | gone for | went for | tuned in to | tuned into | dropped the needle on | been through | gone through | worked through | made your way through | worked your way through | logged | racked up | clocked up | clocked | played through | given a spin | sat down with | spent time with | dipped into | visited | come to | called on)',
  met: '(met | discovered | found | came across | come across | got to know | started playing | began playing | started listening to | began listening to | started with | began with | tried | picked up | stumbled on | stumbled across | stumbled upon | ran into | encountered | got into | came to | took up | tuned in to | crossed paths with)',
  artist: '({A:artist} ((and | ,) (the)? {A:artist2})? ((and | , and | ,) (the)? {A:artist3})?)',
  // Listeners in common are counted in tens.
  both: '((at least)? {n:listeners})',
  plays: '(plays | play | listens | spins | times | outings)',
  times: '({n:plays} (times | separate times | plays | listens | spins)?)',
  nplays: '({n:plays} (plays | play | listens | spins))',
  yours:
    '(from you | of yours | by you | to your name | behind you | behind it | to your credit | on your side | in your history | in your log | in your listening | on record | under your belt | on the clock | on the books | in the bank | are yours | were yours | from your side | on your part | to show for it)',
  in: '(in | during | over | across | throughout | back in | within | in the course of | through | way back in | all in)',
  when: '(($in (the year)? {y:year}) | (that year | (in | over | during)? the same year) %that-year | (by the end of (the | that) year | before (the | that) year was (out | over) | before (the | that) year ended | by years end) %that-year %year-end)',
  inall: '((in all | in total | all told | altogether | overall) %in-all)',
  month: '((back)? in {ymk:first})',
  rnoun: '((self titled %self-titled)? (release | record | ep %ep | lp %lp | compilation %compilation | disc))',
  tnoun: '(track | song | piece | cut | tune | number | one | entry | contribution)',
  it: '(it | this | this one | that | this track | the track | this song | the song | this piece | this tune | this cut | which)',
  here: '(here | in this catalogue | in the catalogue | in our catalogue | on this platform | around here | in these parts | we have | we have here | that we have | you will find here | youll find here | to be found here)',
  out: '((came | come | comes | first came)? out | appeared | appears | arrived | arrives | surfaced | (was | were | is | are)? (released | published | issued | put out) | saw the light of day | landed | dropped)',
  run: '((runs | lasts | takes | needs | asks for | is | clocks in at | comes in at | clocks | stretches to | stretches (out)? over | goes on for | runs for | lasts for | runs to | plays for | stretches past | runs past | at | over in | is over in | fills | spans | running to | running for | running | lasting | clocking in at | coming in at | stretching to | going on for | all) )',
  about:
    '((just under | a little under | a touch under | just shy of | a shade under | slightly under | not quite | a hair under | close to | nearly | almost | a bit under | a little less than | just less than | less than | under | not even | no more than | not much under) %below | (just over | a little over | a touch over | slightly over | a shade over | past | a bit over | just past | well over | over | more than | a little more than | just above | beyond | upwards of) %above | about | around | roughly | some | exactly | just | only | all of | a full | a whole | barely | hardly more than)',
  length:
    '($about? {tc:durationMs} (long | of music | in length | in all | from start to finish | from end to end | end to end | start to finish | of your time | of your (day | evening | morning))?)',
  tags: '({g:tags} ((, | and | , and | or)? {g:tags2})? ((, | and | , and)? {g:tags3})? ((, | and | , and)? {g:tags4})?)',
  tagged:
    '(tagged (as | with | under)? | filed under | labelled | labeled | marked | catalogued under | catalogued as | filed as | carrying the tag | with the tag | under the tag | that carries the tag | bearing the tag | carrying the tags | with the tags)',
  // A release, by what is known of it: its name, its maker, its year, its label, its tags.
  release:
    "((the | a | an | this | that | its | their %own-release | one)? ({A:artist} 's? %own-release)? ((the | a | an)? {y:year} 's?)? ({L:label} 's?)? ({g:tags})? $rnoun ((called | titled | named)? {R:release})? | ({A:artist} 's %own-release)? ({y:year} 's)? {R:release})",
  off: '(from | off | on | out of | taken from | lifted from | drawn from | part of | comes from | comes off | is from | is on | is off | sits on | appears on | belongs to | is taken from | found on | to be found on | is part of | can be found on | lives on | features on | is found on | you can find it on | you will find it on | youll find it on | is one of the tracks on)',
  label: '((the)? label)',
  onlabel:
    '((on | from | via | through | courtesy of | by way of | for | at) $label? {L:label} ($label)? | on $label {L:label} | on the {L:label} label | (put out | released | issued | published) (by | on | through | via) $label? {L:label})',
  inyear: '((in | from | of | dated | back in | out in | released in | dating from | dating back to)? {y:year})',
  people: '((of our | of the)? (listeners | people | others | of them | of those | listeners here | people here | souls | pairs of ears))',
  played_it:
    '(played | heard | found | discovered | come across | put on | tried | reached | listened to | got to | met | picked up | been here | got around to | stumbled on | stumbled upon | stumbled across | pressed play on | given)',
  finished:
    '(finished | completed | heard out | listened to the end of | heard to the end | heard the end of | seen through | stayed to the end of | stayed for the end of | stuck with | stayed through | got to the end of | gotten to the end of | made it to the end of | made it through | gone all the way through | sat through | listened through | reached the end of | followed through)',
  started:
    '((that | which)? (you (have | had)? | youve) (started | played | began | begun | put on | tried | opened | pressed play on | played so far | started so far | pressed play on so far | picked up | listened to))',
  episodes: '(episodes | ones | of them | of these | of those)',
}
