const listening = 'artist-plays artist-first-play artist-last-play release-plays label-plays tag-plays no-tag-plays long-tracks-finished show-plays topic-plays'
const counted = 'only-release-by-artist first-release-by-artist only-release-on-label first-release-on-label longest-track nth-release-in-year'
const release = `release label release-tags compilation ${counted}`
const finished = 'long-tracks-finished show-plays topic-plays'
const people = 'guest host speaker transcript'

/** Words that state something, and the properties of facts that let them. A sentence must cite one of these. Edit freely. */
const rows: readonly (readonly [words: string, properties: string])[] = [
  ['played plays play playing', `${listening} shared-audience few-listeners`],
  ['times history favour favoured gave give gives', listening],
  ['heard', `${listening} shared-audience few-listeners`],
  ['know knows known', `${listening} shared-audience few-listeners`],
  ['discovered', 'artist-first-play'],
  ['met', 'artist-first-play few-listeners'],
  ['left gone over', 'artist-last-play'],
  ['remember remembered returned followed stayed kept', listening],
  ['came come', listening],
  ['taste', 'shared-audience'],
  ['stopped quit fell silent quiet silence paused break', 'artist-last-play'],
  ['began started', 'artist-first-play artist-begin'],
  ['finish finished finishes finishing through whole entire', finished],
  ['dropped', 'artist-last-play'],
  ['people listener listeners person share shares shared sharing crowd', 'shared-audience few-listeners'],
  ['share shares', 'compilation'],
  ['found reached', 'few-listeners'],
  ['same', 'release-plays only-release-by-artist same-release label release-tags'],
  ['fewer few', 'few-listeners'],
  ['more less', `${listening} shared-audience few-listeners`],
  ['came come released issued published put appeared appears arrived', `${release} episode-date`],
  ['aired recorded', 'episode-date'],
  ['dates dating', 'release episode-date'],
  ['label labels', 'label label-plays only-release-on-label first-release-on-label'],
  ['tagged tag tags filed files', 'artist-genre release-tags episode-tags tag-plays no-tag-plays'],
  ['compilation compilations', 'compilation'],
  [
    'artist artists',
    `item compilation artist-relation artist-country artist-begin artist-genre shared-audience ${listening} only-release-by-artist first-release-by-artist nth-release-in-year`,
  ],
  ['remix remixes remixed reworked version versions original', 'remix-of'],
  ['mix', 'remix-of'],
  ['talk conversation interview chat', 'description'],
  ['voice voices', 'speaker'],
  ['guest guests', 'guest'],
  ['host hosts hosted hosting', 'host'],
  ['speaker', 'speaker'],
  ['joins joined talks talk talking speaks speaking spoke tells told explains said conversation', people],
  ['tell explain passage quote quoted', 'transcript'],
  ['transcript', 'transcript speaker'],
  ['made did wrote', 'item release remix-of'],
  ['recorded', 'remix-of'],
  ['influence influenced influences member members founder founded band group collaborated collaborator', 'artist-relation'],
  ['band group', 'artist-begin artist-country'],
  ['born formed active founded', 'artist-begin'],
  [
    'year years',
    'release artist-plays artist-first-play artist-last-play label-plays nth-release-in-year first-release-by-artist first-release-on-label episode-date',
  ],
  ['season number', 'episode-number'],
  ['description notes', 'description'],
  ['country based', 'artist-country'],
  ['bit soundbite clip', 'soundbite transcript'],
  ['mark marked', 'chapter'],
  ['topic topics subject subjects theme themes', 'topic-plays episode-tags chapter'],
  ['admits advises adds notes recalls suggests argues says said asks puts describes', 'transcript description'],
  ['catalogue', `${counted} compilation remix-of`],
]

/** Word to the properties that license it. */
export const claimWords: ReadonlyMap<string, ReadonlySet<string>> = rows.reduce((map, [words, properties]) => {
  for (const word of words.split(' ')) map.set(word, new Set([...(map.get(word) ?? []), ...properties.split(' ')]))
  return map
}, new Map<string, Set<string>>())

/** Facts about this listener. */
export const listeningProperties: ReadonlySet<string> = new Set(listening.split(' '))
/** Facts about other listeners. */
export const audienceProperties: ReadonlySet<string> = new Set(['shared-audience', 'few-listeners'])
