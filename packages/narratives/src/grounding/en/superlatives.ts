/** Words that say "more than any other", and what may stand behind them. `nouns`: one of these must be in the clause. */
export interface SuperlativeRule {
  readonly properties: readonly string[]
  readonly nouns: readonly string[]
}

const releaseNouns = ['release', 'releases', 'record', 'records', 'one']

export const superlatives: ReadonlyMap<string, readonly SuperlativeRule[]> = new Map<string, readonly SuperlativeRule[]>([
  [
    'first',
    [
      { properties: ['first-release-by-artist', 'first-release-on-label'], nouns: releaseNouns },
      { properties: ['artist-first-play'], nouns: ['played', 'heard', 'met', 'play', 'listened'] },
    ],
  ],
  ...['earliest', 'oldest'].map((word): [string, readonly SuperlativeRule[]] => [
    word,
    [{ properties: ['first-release-by-artist', 'first-release-on-label'], nouns: ['release', 'releases', 'record', 'records'] }],
  ]),
  ['only', [{ properties: ['only-release-by-artist', 'only-release-on-label'], nouns: [...releaseNouns] }]],
  ['longest', [{ properties: ['longest-track'], nouns: [] }]],
  ['last', [{ properties: ['artist-last-play'], nouns: ['played', 'heard', 'play', 'listened', 'time'] }]],
  ...(
    'shortest most least best worst biggest greatest finest rarest newest latest top favourite favourites favorite favorites unique sole always ever every all each unlike unmatched foremost ' +
    'finally highest lowest strongest closest nearest deepest largest smallest hottest coolest loudest softest fastest slowest warmest brightest darkest finest purest exclusive rare debut leading perfect ultimate definitive essential'
  )
    .split(' ')
    .map((word): [string, readonly SuperlativeRule[]] => [word, []]),
])
