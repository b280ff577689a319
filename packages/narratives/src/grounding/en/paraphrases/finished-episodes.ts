import { computed, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const ofShow = 'You finished {n} of the {n2} {S} episodes that you played'
const aboutTopic = 'You finished {n} of the {n2} episodes about {g} that you played'
const finished =
  '(?:finished|completed|heard to the end|played to the end|heard out|stayed to the end of|stayed to the end for|saw through|got through|got to the end of|made it to the end of|listened to the end of)'
const episodes = '(?:episodes?|of them|ones)'

/** What was played less what was left, as a numeral; null where it is no count. */
function left(match: Match, whole: string, part: string): string | null {
  const [all, rest] = [match.slot(whole)?.value ?? null, match.slot(part)?.value ?? null]
  return all === null || rest === null || rest > all ? null : String(all - rest)
}

/** "Nine of ten" is one mention. */
const whole = /\{n\} \(\?:of\|out of\) (?:\(\?:the \|your \)\?|\(\?:the \)\?)\{n2\}/u

function withHalves(source: string, says: string): readonly ParaphraseRule[] {
  return whole.test(source) ? [rule(source, says), rule(source.replace(whole, '{f}'), says.replace('{n} of the {n2}', '{f}'))] : [rule(source, says)]
}

const plays: readonly ParaphraseRule[] = [
  ...withHalves(
    `(?:of|from|out of) (?:the )?{n2} {S} episodes(?: that)?(?: you(?: have)? played| in your plays| in your history)?,? <youve> ${finished} {n}`,
    ofShow,
  ),
  ...withHalves(`(?:of|from|out of) (?:the )?{n2} episodes of {S}(?: that)?(?: you(?: have)? played| in your plays)?,? <youve> ${finished} {n}`, ofShow),
  ...withHalves(
    `(?:of|from|out of) (?:the )?{n2} episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played| in your plays)?,? <youve> ${finished} {n}`,
    aboutTopic,
  ),
  ...withHalves(`<youve> ${finished} {n} (?:of|out of) (?:the |your )?{n2} (?:{S} episodes|episodes of {S})(?: that)?(?: you(?: have)? played)?`, ofShow),
  ...withHalves(`<youve> ${finished} {n} (?:of|out of) (?:the |your )?{n2} episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played)?`, aboutTopic),
  ...withHalves(`<youve> played {n2} (?:{S} episodes|episodes of {S}),? (?:and )?${finished} {n}(?: of them| of those)?`, ofShow),
  ...withHalves(`<youve> played {n2} episodes (?:about|on|tagged) {g},? (?:and )?${finished} {n}(?: of them| of those)?`, aboutTopic),
  ...withHalves(
    `<youve> played {n} (?:{S} episodes|episodes of {S}),? (?:and )?(?:${finished}) (?:them all|all of them|every one(?: of them)?|each(?: of them)?|all {n2}|both)`,
    'You finished {n} of the {n} {S} episodes that you played',
  ),
  ...withHalves(
    `<youve> played {n} episodes (?:about|on|tagged) {g},? (?:and )?(?:${finished}) (?:them all|all of them|every one(?: of them)?|each(?: of them)?|both(?: of them)?)`,
    'You finished {n} of the {n} episodes about {g} that you played',
  ),
  ...withHalves(
    `<youve> ${finished} (?:all|every one) (?:of )?(?:the |your )?{n} (?:{S} episodes|episodes of {S})(?: that)?(?: you(?: have)? played| in your plays)?`,
    'You finished {n} of the {n} {S} episodes that you played',
  ),
  ...withHalves(
    `<youve> ${finished} (?:all|every one) (?:of )?(?:the |your )?{n} episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played| in your plays)?`,
    'You finished {n} of the {n} episodes about {g} that you played',
  ),
  ...withHalves(
    `<youve> ${finished} both (?:of )?(?:the |your )?episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played)?`,
    'You finished 2 of the 2 episodes about {g} that you played',
  ),
  ...withHalves(
    `<youve> ${finished} both (?:of )?(?:the |your )?(?:{S} episodes|episodes of {S})(?: that)?(?: you(?: have)? played)?`,
    'You finished 2 of the 2 {S} episodes that you played',
  ),
  ...withHalves(
    `{n} (?:finished|heard to the end) (?:out )?of {n2} played[:,]? (?:that is |so it stands with |so goes |with )?(?:you and |between you and )?{S}`,
    ofShow,
  ),
  ...withHalves(`{S}: {n} (?:finished|heard to the end) (?:out )?of {n2} played`, ofShow),
  ...withHalves(`{S},? {n} (?:of|out of) (?:the )?{n2} ${episodes}? ?(?:finished|heard to the end)`, ofShow),
  ...withHalves(
    `{n} (?:of|out of) (?:the |your )?{n2} {S} episodes(?: that)? (?:you(?: have)? played )?(?:were |are |have been |you )?(?:finished|heard to the end)`,
    ofShow,
  ),
  ...withHalves(
    `{n} (?:of|out of) (?:the |your )?{n2} episodes about {g}(?: that)? (?:you(?: have)? played )?(?:were |are |have been |you )?(?:finished|heard to the end)`,
    aboutTopic,
  ),
]

const unfinished: readonly ParaphraseRule[] = ['{S} episodes', 'episodes of {S}', 'episodes (?:about|on|tagged) {g}'].flatMap((noun) => {
  const named = noun.includes('{S}') ? '{S} episodes' : 'episodes about {g}'
  const says = (match: Match): string[] | null => {
    const count = left(match, 'n2', 'n')
    return count === null ? null : [`You finished ${count} of the {n2} ${named} that you played`]
  }
  const but = `(?:you )?(?:left|did not finish|didn[’']t finish|have not finished|haven[’']t finished|have left|gave up on|broke off|abandoned|never finished)`
  return [
    computed(
      `(?:of|from|out of) (?:the |your )?{n2} ${noun}(?: that)?(?: you(?: have)? played)?,? ${but} (?:just |only )?{n}(?: unfinished| open| of them)*`,
      says,
    ),
    computed(`<youve> (?:finished|heard to the end) (?:all|every one) but {n} of (?:the |your )?{n2} ${noun}(?: that)?(?: you(?: have)? played)?`, says),
    computed(
      `{f} ${noun}(?: that)?(?: you(?: have)? played)?,? ${but}(?: unfinished| open)?`,
      (match) => {
        const { value, of } = match.slot('f') ?? { value: null, of: null }
        return value === null || of === null ? null : [`You finished ${of - value} of the ${of} ${named} that you played`]
      },
      '',
      'f S g',
    ),
    computed(`<youve> played {n2} ${noun},? and ${but} (?:just |only )?{n}(?: of them)?(?: unfinished| open)?`, says),
    computed(
      `(?:all|every one) but {n} of (?:the |your )?{n2} ${noun}(?: that)?(?: you(?: have)? played)?(?:,| are| were)? (?:finished|heard to the end)(?: by you)?`,
      says,
    ),
  ]
})

/** How many episodes of a show or about a topic this listener finished. */
export const finishedEpisodes: readonly ParaphraseRule[] = [...plays, ...unfinished]
