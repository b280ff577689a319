import type { PatternReader } from '../../statements/pattern.js'
import { ways, type Way } from '../../statements/way.js'

/** What the catalogue says of a track, its release and its label. */
export function catalogueWays(reader: PatternReader): Way[] {
  const lead =
    '(here is | heres | here comes | this is | thats | that is | next is | next up is | up next is | settle in for | lets add one more | here is one more | from the same (name | artist | hands) comes | next | up next | next up | now for | now | hear | try | meet | coming up is | coming up | lets hear | lets have | enter | cue | we have | youll hear | you will hear | you get | today its | it is | its | listen to | give | from there to | on to)'
  const item = `({T:title} | $it | another | another one | another of theirs | one of theirs | one (more)? | (a | the | their | its | an)? $adj? $tnoun ({T:title})? | (the | their)? {T:title})`
  const attributes = `[(by | from | with | comes from | is by) (the artist)? $artist; $off $release; $run? $length; $inyear; $onlabel; (released | out | issued | put out | published) (in {y:year})? by {L:label}; $tagged $tags; long; $out]`
  const ofRelease = `[(by | from) {A:artist} %own-release; $inyear; $onlabel; $tagged $tags; $out]`
  const fromYear = '(in | on | from | of | dated | back in | dates from | dates back to | goes back to | was released in | came out in | dates to)'
  return [
    ...ways(
      reader,
      'catalogue',
      `${lead}? ({A:artist} 's)? ${item}? ${attributes}`,
      `${lead}? $artist (with | and | 's | : ) (their | his | her)? {T:title} ${attributes}`,
      `${lead}? $artist`,
      `({T:title} | $it) (is | at | ,)? (a | the | its | their | an)? $adj? $length $tnoun? ((from | on | off | of) (it | them | there | the $rnoun | $release))?`,
      `$artist is (here | next | up next | the name | the artist)`,
      `${lead}? (the | a | an | $adj)? $length (track | song | piece | cut | tune | long | one | slice | helping | stretch | serving | dose | of {T:title})? (of)? ({T:title})? ${attributes}`,
      `(a | an | the)? $adj? $length (slice | stretch | piece | part | bit | helping | cut) (of | from | off) $release`,
      `(at | in)? $length (it | this one | {T:title})? ${attributes}`,
      `({R:release} | $it | they | the $rnoun | that | a $rnoun that | all of it)? (itself)? (was | is)? $out [(in | back in | during)? {y:year}; $onlabel; by {L:label}; (by | from) {A:artist}; as a $rnoun]`,
      `({A:artist} 's %own-release)? {R:release} ((is)? from {y:year})? (is | was) $tagged $tags`,
      `({R:release} | the $rnoun | which | this $rnoun | that $rnoun | a $rnoun)? (is | was | are | which is | itself is | carries | bears | has | wears)? ($tagged | (the)? tags | (the)? tag) $tags`,
      `({R:release} | $it | the $rnoun | they) (is | was | are | comes | dates) ${fromYear}? {y:year}`,
      `(it | this | this one | {R:release} | {T:title} | the $rnoun | that one) (is | are | comes | came | was) (out | put out | released | also | too)? $onlabel ((back)? in {y:year})?`,
      `{L:label} (put (it | this | this one | {R:release} | {T:title} | the $rnoun) out | put out | released | issued | published | is the label behind | is behind | is the label of) (it | this | this one | {R:release} | {T:title} | the $rnoun)? ((back)? in {y:year})?`,
      `(we | lets | now we | this (one | track)?)? (go | step | turn | travel | head | rewind | jump | goes | takes us | take you | takes you) (all the way | way)? back to {y:year} (for (this | this one | it | {T:title}))?`,
      `(the label (is | behind it is | here is) | label) {L:label}`,
      `$release ${ofRelease}`,
      `(on | it is on | its on | from) (the | that | this) (same)? label`,
      `(a | another) $rnoun ($tagged | in) $tags`,
      `$length`,
      `(if | with | when | for)? ($you (got)? | there is (time | room) for | its time for | settle in for | make room for | set aside | spare | time for)  $length (to spare | at hand | left | free | open)? (of {T:title})? (by {A:artist})?`,
      `({A:artist} 's)? ({R:release} | $it | the $rnoun)? (carries | bears | has | wears | shares) (the | that) {g:tags} tag`,
      `{R:release} (carries | wears | bears | has | shares) (it | that tag | the same tag | that one) %that-tag`,
      `${lead}? ({A:artist} 's)? ({T:title} | $it) (comes | is | is taken)? (off | from | on) (a | another) release (with | under) (that | the same) tag %that-tag`,
      `({T:title}) (comes | is) (from | on | off) it`,
      `here is (a (piece | track) | one) from (another (one)?) , ?{R:release}`,
      `((its | the)? tags (include | are | say | list | read)) $tags`,
      `({T:title} | $it)? (is)? {n:one} of (the | its)? (tracks | songs | pieces) (on | of | from) $release`,
      `({A:artist} 's)? {R:release} (is | makes)? (another | another one | one more | one) (to add | for the (shelf | list | pile) | of them | of those | such | like that)?`,
      `{T:title} (lends | gives) its name to $release %title-track`,
      `(the | its)? title track (of | from)? (the)? $release? %title-track`,
    ),
    ...ways(
      reader,
      'longest-track catalogue',
      `((at | with)? ($about? {tc:durationMs} (long)?)?) , ({T:title} | $it)? (is | its | happens to be | turns out to be)? (the | their)? longest (track | song | piece | cut | tune | one | number | thing)? ((of | on | among | in | from) (the | all | its | them)? ({n:of})? (tracks | songs | pieces)? ((on | of | in | from)? (the | that | this)? ({R:release} | $rnoun | it))?)? (, ?at | at | with | running | , running | lasting)? ($about? {tc:durationMs2})?`,
    ),
    ...ways(
      reader,
      'longest-track',
      `({T:title} | $it)? (is | its)? the longest (track | song | piece | cut | tune | one | number)? (of | on | among) (the | all | its)? {n:of} (tracks | songs | pieces)? ((on | of) ({R:release} | the $rnoun | it))?`,
      `the longest (of | on | among) (the | all | its)? ({n:of})? (tracks | songs | pieces | cuts)? (on | of | from)? ({R:release} | the $rnoun | it)?`,
    ),
    ...ways(
      reader,
      'only-release-by-artist',
      `({R:release} | $it | that)? (is | its | remains | happens to be | turns out to be)? ({A:artist} 's? | their | the)? (only | sole | one | lone | single) (one | {A:artist})? ($rnoun | one | thing) ((by | from | of) ({A:artist} | them))? $here ((by | from) ({A:artist} | them))?`,
      `(of | by | from) (whom | them | {A:artist}) (we | you) (have | find) (only)? (this | the) (one | single) ($rnoun) (here)?`,
      `(the)? (only | sole) ($rnoun | one | thing) $here? (by | from | of) ({A:artist} | them) (that is)? $here?`,
    ),
    ...ways(
      reader,
      'only-release-on-label',
      `({R:release} | $it | that)? (is | its | remains | happens to be | turns out to be)? (the | {L:label} 's?)? (only | sole | lone | single) ({L:label})? ($rnoun | one | thing) ((on | from | by | of) ({L:label} | the label | that label))? $here ((on | from | by) ({L:label} | the label))?`,
    ),
    ...ways(
      reader,
      'only-release-by-artist only-release-on-label',
      `({R:release} | $it)? (is)? (the)? (only | sole) $rnoun $here? (by | from | of) (either | both)? {A:artist} (or | and) {L:label} $here?`,
    ),
    ...ways(
      reader,
      'first-release-by-artist',
      `({R:release} | $it)? (is | was | its | marks | happens to be | turns out to be)? (the | their | {A:artist} 's?)? (very)? first of (the | their | only | just)? {n:of} ({A:artist} 's?)? ($rnoun | releases | records | albums)? ((by | from) ({A:artist} | them))? (in {y:year})? $here? ((by | from) ({A:artist} | them))?`,
      `(there are | {A:artist} (has | have) | they have | of the) {n:of} ({A:artist} 's?)? (releases | records) ((by | from) {A:artist})? $here`,
      `({T:title} | {R:release} | $it)? (is | was | comes | its)? (from | on | off)? (the | their)? (earlier | first | older) of (the | their | {A:artist} 's?)? {n:of} (releases | records)? ((by | from) {A:artist})? $here? %of-two`,
      `({R:release} | $it)? (is | was | its)? (their | the | {A:artist} 's?)? (first | earliest) (release | record | one)? ((by | from) ({A:artist} | them))? $here? of {n:of} $here?`,
    ),
    ...ways(
      reader,
      'first-release-on-label',
      `({R:release} | $it)? (is | was)? (the | its)? (earliest | first | oldest) ({L:label}) (title | release | record | one) $here`,
      `({R:release} | $it)? (is | was | its | marks | happens to be | turns out to be)? (the | its | {L:label} 's?)? (very)? first of (the | its | only | just)? {n:of} ({L:label} 's?)? ($rnoun | releases | records | albums)? ((on | from | by) ({L:label} | the label))? (in {y:year})? $here? ((on | from | by) ({L:label} | the label))?`,
    ),
    ...ways(
      reader,
      'releases-in-year',
      `({R:release} | $it)? (is | was | its)? (just)? one of {n:releases} ($rnoun | releases | records | albums)? (that | which)? ({A:artist} | they | the artist) (put out | released | issued | brought out | made) (here | in this catalogue)? (in | that year | over | during) ({y:released})`,
      `({A:artist} | they | who | the artist) (put out | released | issued | brought out) {n:releases} (of them | of these | releases | records | albums)? (of this catalogue | here | in this catalogue)? (in | over | during) {y:released}`,
      `one of {n:releases} (releases | records) (by | from) {A:artist} (in | from | of) {y:released}`,
    ),
    ...ways(
      reader,
      'compilation item',
      `({R:release} | $it | the $rnoun)? (is | its)? (a | the)? (compilation | collection | release | record) ({R:release})? (of | with | featuring | by | from | that gathers | gathering | holding | that holds | bringing together | that brings together | brings together | gathers | collects | that collects | holds | has | shared by | shares) {n:artists} (different)? artists (together)?`,
      `(a | the)? {n:artists} artist (compilation | collection) ({R:release})?`,
      `({T:title} | $it)? (sits | is | stands | appears | one of the tracks | comes)? (among | one of | beside) {n:artists} (artists | names) (on | of) ({R:release} | the $rnoun | it | this compilation)?`,
      `(compilation | where | which | on which | that) {n:artists} (different)? artists (come together | meet | share | appear | gather | are together | share a place)`,
      `({R:release} | $it | the $rnoun)? (brings together | gathers | collects | holds | features | has | unites) {n:artists} (different)? artists`,
      `{n:artists} artists (share | are on | appear on | sit on | meet on) ({R:release} | it | the $rnoun | this compilation)`,
      `({T:title} | $it)? (sits | appears | is | stands | comes)? (on | in | from) (the)? compilation {R:release} , ?(alongside | next to | beside | with | together with | among) %without-it {n:artists} (other)? artists`,
      `(the | a)? compilation ({R:release})?`,
    ),
    ...ways(
      reader,
      'compilation catalogue',
      `({R:release} | $it)? (is | its)? (on)? (a | the)? ({y:year})? (compilation | collection | release | record) ({R:release})? (of | with | featuring | by | shared by | shared between) {n:artists} (different)? artists ((from | on) {L:label})? ((out | released)? in {y:year})?`,
    ),
    ...ways(
      reader,
      'remix-of',
      `(this is | here is | heres)? ({T:title} | $it)? (is)? (a | the | this)? (remix | rework | reworking | version | take | edit | mix)? of (the original)? {O:original} (by {A:originalArtist})?`,
    ),
  ]
}
