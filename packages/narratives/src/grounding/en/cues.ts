/** Words that say what kind of thing a clause states, by class. A fact allows some classes; a clause with another one is not about it. Edit freely. */
const rows: Readonly<Record<string, string>> = {
  no: 'no not never none nothing nobody neither nor without hardly barely havent hasnt didnt isnt wasnt',
  first: 'first met meet meets discovered began begin begins beginning started start starts opened earliest oldest older opener',
  last: 'last latest final finally stopped stop stops ended end ends quit ceased until till',
  since: 'since',
  after: 'after afterwards later thereafter following',
  before: 'before earlier ahead previously',
  more: 'more over above beyond longer older newer higher bigger past exceeds',
  less: 'fewer less under below short shorter younger lower shy nearly almost',
  about: 'about around roughly approximately circa',
  all: 'all every each whole entire entirely both everything anything everyone anyone everybody anybody always ever',
  only: 'only sole lone single',
  longest: 'longest',
  play: 'play plays played playing listen listens listened listening heard hear hearing spin spins spun times time',
  you: 'you your yours yourself youve',
  people: 'people listeners listener persons person who whom share shares shared sharing crowd audience common',
  track: 'tracks songs',
  piece: 'track song',
  other: 'other others another else',
  release: 'release releases record records',
  compilation: 'compilation compilations',
  artist: 'artist artists band bands act acts',
  label: 'label labels',
  show: 'show shows podcast podcasts',
  episode: 'episode episodes number',
  finish: 'finished finish finishes completed through',
  tag: 'tag tags tagged',
  long: 'long length runs run running lasts lasting takes minutes minute seconds hour hours',
  out: 'published out issued put appeared released aired',
  dated: 'dates dated dating came come comes arrived year years month',
  again: 'again return returns returned revisit revisited back',
  here: 'here catalogue',
  chapter: 'chapter chapters begins starts start',
  one: 'one once twice',
  together: 'together',
  unsure: 'will would could can might may if why how than instead either or though although unless except like',
}

/** Word to the classes that it may belong to. */
export const cues: ReadonlyMap<string, readonly string[]> = Object.entries(rows).reduce((map, [cue, words]) => {
  for (const word of words.split(' ')) map.set(word, [...(map.get(word) ?? []), cue])
  return map
}, new Map<string, readonly string[]>())

/** Words that state nothing beside a mention that a fact holds. They are ours only in a clause that one fact covers whole. */
export const plainWords: ReadonlySet<string> = new Set(
  (
    'alone given brought bringing adding holding having making reaching taking running sitting standing counting coming falling counted numbers numbered numbering added adds add brought brings bring gave give gives saw sees had has have having counted counts count fell falls fall went goes go stood stands stand sat sits sit lay lies lie ' +
    'is are was were be been being do does did that this it its they them their these those the a an of in on at by for from to into onto off with as so far yet and or but then there too just ' +
    'which what where when while own up down round right well along along among amid between within inside upon via per ' +
    'reached reaches reach ran run hit totals total totalled tally sum figure mark score share part bit piece place spot side way road path door name names named called title titles titled ' +
    'holds hold held keeps keep kept carries carry carried bears bear bore wears wear wore offers offer lists list listed reads read set sets ' +
    'received receive got gets get took take takes drew draw earned earn collected gathered logged recorded? registered notched belongs belong belonged date stems stem hails hail spans span spanned covers? ' +
    'occasion occasions moment history shelf memory company thread line link bridge step turn visit visits stay story case point fact word words note notes ' +
    'yours whole? next further nearby meanwhile likewise indeed altogether simply plainly exactly precisely together? easily neatly duly'
  )
    .split(' ')
    .filter((word) => !word.endsWith('?')),
)

/** Verbs of coming, going and counting and nouns of pieces and places: they name no relation between two makers, so they may stand in a clause about one. */
export const neutralWords: ReadonlySet<string> = new Set(
  (
    'lined row pile bunch batch total count counts grown grew grows rose risen climbed added used gone going entered enters entering turned turns ' +
    'turn showed shows shown surfaced surfaces popped walked walks wandered slipped crept drifted landed lands stepped steps joined joins knocked ' +
    'rolled sailed brief quick little small slice slices chunk chunks stretch stretches serving servings helping helpings bite dose portion ' +
    'glimpse detour while spell season ears ear rotation playlist queue library ' +
    'collection catalog listening tab ledger books log diary calendar thanks courtesy roof banner wing sleeve ' +
    'spine credit credits source imprint outlet touched visited chosen chose picked called spent spend spending worth went ways fill ' +
    'fills filled filling deliver delivers delivered provide provides provided contribute contributes contributed appear appears figure figures ' +
    'feature features featured '
  )
    .trim()
    .split(' '),
)
