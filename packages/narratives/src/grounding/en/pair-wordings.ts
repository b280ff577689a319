/**
 * Ways to say what two items have in common, or how they stand to each other: each of them is read whole and says nothing else. `{T}`, `{A}` is the item and its maker, `{U}`, `{B}` the
 * other one and its maker, `{V}` the value of the fact; `{n}` and `{y}` are how often the listener played `{B}`, and when; `{z}` is when, too, behind a space, and may be left out only where the count is one of all years. Round brackets, question marks and bars are those of regular expressions.
 */
const work = '(?:{T}(?:,? by {A})?|this one|this|it|this track)'
/** A maker stands for the work only where the same is true of makers: on a label, on a record. */
const item = `(?:${work}|{A})`
const other = "(?:{U}(?:,? by {B}|, from {B})?|{B}(?:[’']s|[’'])? {U})"
const otherOrMaker = `(?:${other}|{B})`
const played =
  '(?:, )?(?:(?:which|whom|who|someone|somebody|a name) you (?:have )?played {n}{z}|with {p}(?: of yours| from you)?{z}|played {n}(?: by you)?{z}|{n}{z}),?'
const lead = '(?:and |so |now |next: |next, |here |again, |yes, |listen: |from there, |then )?'

/** By what is shared. */
export const pairWordings: Readonly<Record<string, readonly string[]>> = {
  label: [
    `${lead}${item} (?:came out|is|comes|was put out) on the same label(?: as ${otherOrMaker})?(?:${played})?(?:[,:] {V})?(?:, too)?`,
    `(?:the )?same label(?: here| again)?(?: as ${otherOrMaker})?(?:${played})?: {V}`,
    `${item} and ${other} (?:share a label|are on one label|are on the same label|came out on the same label|have a label in common)[,:] {V}`,
    `(?:the label (?:that|which) put out ${otherOrMaker}|whoever put out ${otherOrMaker})(?:${played})? (?:put out this|put this out|also put this out)(?:, too)?: {V}`,
    `{V} put out ${otherOrMaker}(?:${played})?,? and (?:also )?(?:${item}|{T} by {A})`,
    `{V} put (?:this|it|${item}) out, (?:too|as it did ${otherOrMaker}|the label of ${other})(?:${played})?`,
    `(?:stay|we stay|staying|let us stay) (?:with|on) the label(?: of ${other})?(?:${played})?[,:] {V}`,
    `(?:both|both are|both came out|the two are|they are both) on {V}`,
    `from {V}, (?:the label of ${other}|which also put out ${otherOrMaker})(?:${played})?`,
    `what (?:connects|links|ties) ${item} (?:to|with) ${otherOrMaker}(?:${played})? is (?:a|the) label[,:] {V}`,
    `{V} (?:again|once more|twice in a row|back to back)`,
    `one label, two (?:tracks|names|artists): {V}`,
    `the link to ${otherOrMaker}(?:${played})? is the label[,:] {V}`,
  ],
  record: [
    `${lead}${item} (?:is|sits|stands) on the same record(?: as ${otherOrMaker})?(?:${played})?(?:[,:] {V})?(?:, too)?`,
    `(?:the )?same record(?: again| here)?(?: as ${otherOrMaker})?(?:${played})?: {V}`,
    `${item} and ${other} (?:share a record|are on one record|are on the same record|have a record in common)[,:] {V}`,
    `(?:we stay|stay|staying) on {V}`,
    `{V} (?:holds|has) ${otherOrMaker}(?:${played})?,? and (?:also )?${item}`,
    `{V} (?:again|once more)`,
  ],
  title: [
    `${item} and ${other} (?:have|share) (?:the same|one) title`,
    `(?:the )?same title, (?:another artist|another name|other hands|somebody else): ${other}(?:${played})?`,
    `(?:the )?same title as ${other}(?:${played})?`,
    `{B} (?:has|made|have) (?:a track|one) (?:called|of the same name|with the same title)(?: {U})?(?:, too)?(?:${played})?`,
    `there is (?:a|another|also a) {U}(?:,)? by {B}(?:${played})?`,
    `(?:you know|you have played) (?:a|another) {U}(?:,)? by {B}(?:${played})?`,
    `two tracks called {U}: (?:one|that one) by {B}(?:${played})?, (?:one|this one) by {A}`,
  ],
  length: [
    `${lead}${work} (?:is|runs|lasts) (?:exactly )?(?:as long as|the length of) ${other}(?:${played})?[,:] {V}(?: to the second)?`,
    `{V},? (?:just|exactly)? ?(?:the same length as|as long as) ${other}(?:${played})?`,
    `${work} and ${other} are (?:equally long|the same length|both {V} long)(?:[,:] {V})?(?: to the second)?`,
    `(?:the )?same length as ${other}(?:${played})?(?:, to the second)?[,:] {V}`,
    `(?:to the second, )?(?:it is|this is) as long as ${other}(?:${played})?[,:] {V}`,
    `both (?:run|take|last|are) {V}(?: long)?`,
    `{V} again, to the second`,
  ],
  remixer: [
    `${lead}${work} (?:is|was) remixed by {V}(?:${played})?(?:, who (?:also )?made {U})?`,
    `the remix is (?:by|the work of) {V}(?:${played})?(?:, who (?:also )?made {U})?`,
    `{V}(?:${played})? (?:did|made|is behind) the remix`,
    `(?:the one who|whoever) made {U} (?:remixed|remixes) (?:this|this one|it|{T})(?:[,:] {V})?`,
    `{V}, (?:who made {U}|of {U})(?:${played})?,? (?:did the remix|remixed this|remixed it|has remixed this one)`,
    `(?:the hand|the name) in the brackets is {V}(?:${played})?(?:, who (?:also )?made {U})?`,
  ],
  compilation: [
    `${lead}{A} and {B}(?:${played})? (?:are|stand|meet|are together|are both|appear together|share a place) on (?:the |a |one )?(?:compilation|the compilation) ?(?:called )?{V}`,
    `{A} (?:is|stands) on the compilation {V},? (?:beside|next to|with|together with) {B}(?:${played})?`,
    `{A} and {B}(?:${played})? (?:have a compilation in common|share a compilation)[,:] {V}`,
    `(?:the compilation )?{V} has both {A} and {B}(?:${played})?(?: on it)?`,
    `you can hear {A} beside {B}(?:${played})? on (?:the compilation )?{V}`,
  ],
  country: [
    `${lead}{A} and {B}(?:${played})? (?:come|are) (?:both )?from (?:the same country[,:] )?{V}`,
    `{A} comes from {V},? (?:like|as does|as do) {B}(?:${played})?`,
    `(?:the )?same country as {B}(?:${played})?[,:] {V}`,
  ],
  tracks: [
    `${lead}${work} (?:is|comes) (?:on|from|off) a record of {V} tracks,? (?:like|as (?:is|does)) ${other}(?:${played})?`,
    `${lead}${work} (?:is|comes) (?:on|from|off) a record with as many tracks as the one (?:with|that has) ${other}(?:${played})?[,:] {V}`,
    `${work} and ${other}(?:${played})? are each on a record of {V} tracks`,
    `{V} tracks on (?:this|the) record, as many as on the one with ${other}(?:${played})?`,
    `(?:as many tracks as|the same number of tracks as)(?: on)? the record with ${other}(?:${played})?[,:] {V}`,
    `both records have {V} tracks`,
  ],
  longest: [`${work} and ${other} are each the longest track of their record`, `each (?:is|of the two is) the longest track of its record`],
  year: [
    `${lead}${work} (?:is|came out|comes) (?:from|in|out of) the same year(?: as ${other})?[,:] {V}`,
    `(?:the )?same year(?: again| as ${other})?[,:] {V}`,
    `(?:we stay|stay|staying|let us stay) in {V}`,
    `(?:both|the two|both of them) (?:are from|came out in|date from) {V}`,
    `{V} (?:again|once more|twice)`,
    `${work} and ${other} (?:both )?(?:are from|came out in) (?:the same year, )?{V}`,
    `(?:still|also) {V}: ${work}`,
    `${other} and ${work} (?:both )?came out in {V}`,
  ],
  later: [
    `${lead}{k} later: ${work}`,
    `${lead}{k} (?:later|on),? (?:{A} made|came|comes) ${work}`,
    `${work} came out {k} (?:after|later than) ${other}`,
    `${work} is {k} younger than ${other}`,
    `(?:we )?(?:move|go|jump|skip|leap) (?:on |ahead |forward )?{k}(?: ahead| forward)?`,
    `between ${other} and ${work} (?:lies|lie) {k}`,
    `(?:after ${other}, )?{k} (?:on|ahead|forward)`,
  ],
  earlier: [
    `${lead}{k} earlier: ${work}`,
    `${work} came out {k} (?:before|earlier than) ${other}`,
    `${work} is {k} older(?: than ${other})?`,
    `(?:we )?(?:step|go|turn|travel|move|jump) back {k}`,
    `${lead}{k} (?:back|further back|before that)(?:: ${work})?`,
    `between ${other} and ${work} (?:lies|lie) {k}`,
  ],
  longer: [
    `${work} (?:takes|needs) (?:more|longer|its) (?:time|than ${other})[,:] {V}`,
    `(?:now |and now )?(?:a|for a|something|time for something) longer(?: one| track)?(?: now)?(?: than ${other})?[,:] {V}`,
    `(?:${work} is )?more than twice as long as ${other}[,:] {V}`,
    `longer than ${other}[,:] {V}`,
    `${work} (?:takes|is) longer[,:] {V}`,
    `${work} is (?:at least )?twice as long as ${other}[,:] {V}`,
    `(?:more|longer) (?:room|time) (?:this time|now|here)[,:] {V}`,
    `after ${other}, (?:something|one that is|a track that is) longer[,:] {V}`,
  ],
  shorter: [
    `(?:now |and now )?(?:a|for a|something|time for something) shorter(?: one| track)?(?: now)?(?: than ${other})?[,:] {V}`,
    `${work} is (?:not|less than|at most) half as long(?: as ${other})?[,:] {V}`,
    `shorter than ${other}[,:] {V}`,
    `${work} (?:takes|needs) less time(?: than ${other})?[,:] {V}`,
    `after ${other}, (?:something|one that is|a track that is) shorter[,:] {V}`,
    `(?:less|shorter) (?:room|time) (?:this time|now|here)[,:] {V}`,
  ],
}

/** What is said of the plays of the other maker alone. */
export const pastWordings: readonly string[] = [
  `you (?:have )?played {B} {n}{z}`,
  `(?:think|look) back to {B}, whom you played {n}{z}`,
  `{y}, (?:it was|there was) {B}(?:[,:] {n}|, {n})`,
  `{B} (?:is|was|are|were) someone you played {n}{z}`,
  `{B}(?:[,:] | )(?:you played them |whom you played |played |)?{n}{z}`,
  `(?:you|your plays) (?:know|hold|have) {B}[,:] {n}{z}`,
  `remember {B}(?:, (?:whom you played )?{n}{z})?`,
]
