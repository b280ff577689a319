import { guard, type Guard, type GuardContext } from '../../small-words/guard.js'
import { isPair } from './is-pair.js'

function cites(...properties: readonly string[]): (context: GuardContext) => boolean {
  return ({ reading }) => reading.facts.some(({ fact }) => properties.includes(fact.property))
}

/** The item is a track, and nothing that is cited is about a show. */
function isAboutShows({ reading }: GuardContext): boolean {
  return reading.facts.some(
    ({ fact, names }) =>
      /^(?:show|topic|episode|chapter|soundbite|transcript|description|guest|host|speaker)/u.test(fact.property) || names.some(({ role }) => role === 'show'),
  )
}

/** The artist of the release, or of the item that is on it. */
function isByArtist({ slots: [artist, release], reading }: GuardContext): boolean {
  const own = (value: unknown): boolean => artist?.values.includes(String(value)) === true
  const title = reading.item?.fact.values['title']
  return reading.facts.some(
    ({ fact: { values } }) =>
      release?.values.includes(String(values['release'])) === true &&
      (own(values['artist']) || (values['title'] === title && own(reading.item?.fact.values['artist']))),
  )
}

/** What a noun calls what stands beside it: a release, a label, an artist, a track. English. */
export const nounGuards: readonly Guard[] = [
  guard(
    'relation',
    'what is counted is releases',
    String.raw`\b(?:one|only|sole|single|first|earliest|no other) (?:{A} |{L} |{D} )?(?:label|artist|band|show)s?\b(?! release)`,
    (context) =>
      (/\bone label$/iu.test(context.clause.trim()) && isPair(context, 'label')) ||
      (/\b(?:an?|the|one) (?:artist|label) (?:from|of|whose|you)\b/iu.test(context.clause) &&
        !/\b(?:only|first|sole|single|no other)\b/iu.test(context.clause)),
  ),
  guard(
    'relation',
    'what is counted is releases',
    String.raw`\b(?:one|only|sole|single|first|earliest) (?:{A} )?(?:tracks?|songs?|episodes?) (?:here|in (?:this|the|our) catalogue|by {A}|on {L}|of {A})`,
  ),
  guard('relation', 'what is counted is releases', String.raw`{A}(?:['’]s)? (?:only|first|sole) (?:track|song|episode|label|artist|show)\b`),
  guard('relation', 'a year is one of a release', String.raw`{y} (?:artist|label|band|show|listener)\b|\b(?:artist|label|band|show) (?:of|from|in) {y}`),
  guard('relation', 'this is what a record is called', String.raw`\b(?:an?|the) (?:artist|label) (?:called|named|that says|which says) {R}`, ({ slots }) =>
    /@[A-Z]*[AL]/u.test(slots[0]?.mark ?? ''),
  ),
  guard(
    'genre',
    'tags describe the release',
    String.raw`\b(?:artist|label|track|song|piece|band|man|woman|producer|duo)s? (?:(?:is|are|that is|was|,) )?tagged\b`,
    cites('episode-tags', 'artist-genre'),
  ),
  guard(
    'genre',
    'a tag is no name',
    String.raw`\bcalled (?:that|so|{g})|\bis called (?:that|with)\b`,
    ({ slots, reading }) =>
      slots.length > 0 && reading.names.some((name) => name.names.some(({ form }) => form.toLowerCase() === slots[0]?.text.toLowerCase())),
  ),
  guard('relation', 'nothing that is cited is about episodes', String.raw`\b(?:episodes?|podcasts?|shows?|chapters?|guests?|hosts?)\b`, isAboutShows),
  guard(
    'relation',
    'only a compilation has artists',
    String.raw`\b(?:its|whose|the|long|{n}|{o}) (?:other )?artists\b`,
    cites('compilation', 'artist-relation', 'shared-audience'),
  ),
  guard('relation', 'you played tracks, not artists', String.raw`\bwhose artists\b|\bits artists are\b`),
  guard('relation', 'a work makes nothing', String.raw`\bby ["“]?{work}`, ({ slots, reading }) =>
    reading.facts.some(({ names }) =>
      names.some(({ form, role }) => ['artist', 'person', 'label', 'remixer', 'show'].includes(role) && slots[0]?.values.includes(form) === true),
    ),
  ),
  guard(
    'relation',
    'a release makes nothing',
    String.raw`\bby (?:a|an|the|another|its|this|that|tracks? from) (?:(?:[a-z]+|{g}|{y}|{n}|{L}|{A}),? ){0,4}(?:releases?|records?|eps?|lps?|compilations?|albums?|tracks?|songs?|catalogue)\b`,
    ({ clause }) => /\bby (?:the )?(?:tags|title|name|number|end|way|label|artist)\b/iu.test(clause),
  ),
  guard('relation', 'a release makes nothing', String.raw`\bby (?:{g}|\w+ \w+) releases\b|\bby keeping\b`),
  guard(
    'relation',
    'no cited fact says for whom',
    String.raw`\b(?:released|put out|issued|made|remixed|release|record|remix|track|tracks|three|one|it|take)\b (?:for|about|against|without) ["“]?(?:{maker}|\w+ other artists)`,
    ({ clause }) => /\bplays?\b/iu.test(clause),
  ),
  guard(
    'relation',
    'what is left out is not said',
    String.raw`\bwithout (?:it|them|you|your|any|{N}|{g})(?! (?:so far|yet))`,
    ({ clause, reading }) =>
      /\bwithout (?:a|any|your|an?) (?:play|plays|⟨#g\d+⟩)\b/iu.test(clause) || reading.facts.some((fact) => fact.passageStems.includes('without')),
  ),
  guard('relation', 'it is this one', String.raw`\bthat other\b|\bthe other (?:artist|label|release|tag|record|track|show|catalogue|one)\b|\bamong same\b`),
  guard(
    'relation',
    'it is here',
    String.raw`\b(?:listeners|people|person|releases?|records?|of them|plays?|ones?|anyone|anybody|nobody) there\b|\beverywhere\b|\banywhere\b|\bin the world\b|\bworldwide\b`,
  ),
  guard('relation', 'what a label put out, nobody took', String.raw`\b(?:took|take|takes) (?:it |this |them )?out\b|{N} took\b`),
  guard(
    'relation',
    'plays are not records',
    String.raw`\b(?:in|of|among) your (?:records|tracks|episodes|people|albums)\b|\byour (?:records|albums|people)\b|\bhave no (?:tracks|records|people|albums|artists)\b|\byou have (?:\w+ )?(?:no|{n}) (?:records|albums|releases|artists)\b`,
  ),
  guard('relation', 'its number is not a part', String.raw`\bpart (?:{n}|{o}|{y}) of\b|\bthe part of people\b`, cites('series')),
  guard('relation', 'what is the longest is a track', String.raw`\blongest (?:releases?|records?|episodes?|albums?|artists?|chapters?)\b`),
  guard(
    'relation',
    'a release makes nothing',
    String.raw`\b(?:is|was|comes|came|played|runs|thing) by (?:it|one|them|a|an|the {X}|{X})\b|\bout by {L}|\bby (?:{c}|{t}|it\b|one of)`,
    ({ clause }) => /\b(?:out|released|issued|published) by\b/iu.test(clause) && !/\bcame out by\b/iu.test(clause),
  ),
  guard(
    'relation',
    'a release is no label and no artist',
    String.raw`\b(?:its|the) (?:label|artist),? ["“]?{R}|\bsuch an? (?:label|artist)\b|\bboth the \w+ and the (?:label|artist)\b`,
    ({ slots }) => /@[A-Z]*[AL]/u.test(slots[0]?.mark ?? ''),
  ),
  guard(
    'relation',
    'a label is no artist',
    String.raw`\bon (?:the same|that|this|the {L}) (?:artist|release)\b|{L}(?: since {y})?, the (?:artist|release|show|record)\b`,
    ({ slots, clause }) =>
      (slots.some(({ mark }) => /@[A-Z]*[AR]/u.test(mark)) || /\b(?:tracks?|is|lives|sits) on (?:that|this|the same) release\b/iu.test(clause)) &&
      !/artist/iu.test(clause),
  ),
  guard('relation', 'a compilation has artists, a release has tracks', String.raw`\bartists (?:of|from) (?:{R}|{g})|\bartists by\b`, cites('compilation')),
  guard(
    'relation',
    'no cited fact says for whom',
    String.raw`\b(?:first|last|only|three|two|{n}) (?:for|about) {A}|\b(?:played|heard|found|known) (?:for|about) (?:fewer|{n})|{R} (?:for|about) {A}`,
  ),
  guard(
    'relation',
    'it is here',
    String.raw`\bthere(?=[,.;:]|$| the\b)`,
    ({ reading, clause }) =>
      reading.facts.some((fact) => fact.passageStems.includes('there')) ||
      /\bbeen there\b/iu.test(clause) ||
      // On the label that was just named.
      (/\bout there\b/iu.test(clause) && reading.facts.some(({ fact }) => fact.property === 'label')),
  ),
  guard(
    'attribution',
    'nobody is named as the voice of it',
    String.raw`{P}['’]s (?:own )?(?:soundbite|chapter|passage|clip|quotation|episode|show|release|record|track|song)\b`,
    ({ slots }) => /@[A-Z]*[ASC]/u.test(slots[0]?.mark ?? ''),
  ),
  guard(
    'relation',
    'no cited fact puts this artist on it',
    String.raw`{A} (?:appears?|appeared|stands?|sits?|features?|figures?|shows? up|turns? up|lives?) (?:on|in) ["“]?{R}`,
    (context) => isPair(context) || isByArtist(context),
  ),
  guard(
    'relation',
    'no label is called so',
    String.raw`{N},? (?:is|was) (?:also )?(?:the name of|what they call|called like|named like) (?:the|its|this|that|a) label\b`,
    ({ slots, reading }) => reading.facts.some(({ fact }) => slots[0]?.values.includes(String(fact.values['label'])) === true),
  ),
  guard('relation', 'no cited fact says where somebody is back', String.raw`\bback (?:on|in) ["“]?{C}`, ({ slots }) =>
    /@[A-Z]*[S]/u.test(slots[0]?.mark ?? ''),
  ),
  guard(
    'listening',
    'plays of a label are counted since a year',
    String.raw`\byour {L} (?:plays|history|listening) (?:go|goes|went|date|dates|reach|reaches|began|begin|begins|start|starts|started)\b`,
    ({ slots }) => /@[A-Z]*[ARS]/u.test(slots[0]?.mark ?? ''),
  ),
  guard('number', 'the count is of the tag', String.raw`{n} plays of such (?:releases|records)`, ({ slots, reading }) =>
    reading.facts.some(({ fact }) => fact.property === 'tag-plays' && fact.values['plays'] === slots[0]?.value),
  ),
  guard(
    'relation',
    'the same name twice is one',
    String.raw`{N}['’]s [^.;:]*,? and {N}['’]s(?: only)?(?: one)?,? too`,
    ({ slots: [left, right] }) => left?.values.every((value) => right?.values.includes(value) !== true) === true,
  ),
  guard(
    'number',
    'a maker has no length and no year',
    String.raw`(?<!\bby ){maker} (?:is|are|was|runs|lasts|takes|came out|and {maker} are) (?:exactly |just )?(?:{n} years? |{t} )?(?:as long|equally long|longer|shorter|older|younger|after {maker}|before {maker})\b`,
    ({ slots }) => /@[A-Z]*[TROC]/u.test(slots[0]?.mark ?? ''),
  ),
  guard('number', 'the length is that of the track', String.raw`{R} (?:is|runs|lasts|takes|goes on|ends)(?: \w+){0,4} {t}`, ({ slots }) =>
    /@[A-Z]*[TO]/u.test(slots[0]?.mark ?? ''),
  ),
  guard(
    'attribution',
    'a tag and a chapter say nothing',
    String.raw`(?:{g}|{C}|{L}|{R}) (?:says?|said|thinks?|tells?|admits?|explains?|asks?|calls?|adds?|argues?|believes?|warns?|promises)\b`,
    ({ slots, clause }) => /@[A-Z]*[PSTX]/u.test(slots[0]?.mark ?? '') || /\btitles? says\b/iu.test(clause),
  ),
  guard('listening', 'whom you no longer play is an artist', String.raw`\bno {R} from you\b`, ({ slots }) => /@[A-Z]*[AL]/u.test(slots[0]?.mark ?? '')),
]
