/** Ids, and responses of the web service as they are answered with inc=artist-credits+recordings+labels. */
export const ada = '11111111-aaaa-4aaa-8aaa-000000000001'
export const band = '11111111-aaaa-4aaa-8aaa-000000000002'
export const album = '22222222-bbbb-4bbb-8bbb-000000000001'
export const reissue = '22222222-bbbb-4bbb-8bbb-000000000002'
export const song = '33333333-cccc-4ccc-8ccc-000000000001'
export const other = '33333333-cccc-4ccc-8ccc-000000000002'

export const adaArtist = {
  id: ada.toUpperCase(),
  name: 'Ada Quill',
  'sort-name': 'Quill, Ada',
  type: 'Person',
  gender: 'Female',
  disambiguation: '',
  country: 'PT',
  area: { name: 'Portugal', 'iso-3166-1-codes': ['PT'] },
  'life-span': { begin: '1971-04', end: null, ended: false },
  tags: [{ name: 'fado', count: 3 }],
  rating: { value: 4.5 },
  annotation: 'Not ours to copy',
  relations: [
    { type: 'member of band', direction: 'forward', 'target-type': 'artist', artist: { id: band, name: 'Paper Boats', 'sort-name': 'Paper Boats' } },
    { type: 'tribute', direction: 'backward', 'target-type': 'artist', artist: { id: band, name: 'Paper Boats', 'sort-name': 'Paper Boats' } },
    {
      type: 'married',
      direction: 'forward',
      'target-type': 'artist',
      artist: { id: '11111111-aaaa-4aaa-8aaa-000000000009', name: 'Somebody Else', 'sort-name': 'Else' },
    },
    { type: 'wikidata', direction: 'forward', 'target-type': 'url', url: { resource: 'https://www.wikidata.org/wiki/Q42' } },
  ],
}

export const credit = [
  { name: 'Ada Q.', joinphrase: ' feat. ', artist: { id: ada, name: 'Ada Quill', 'sort-name': 'Quill, Ada' } },
  { name: 'Paper Boats', joinphrase: '', artist: { id: band, name: 'Paper Boats', 'sort-name': 'Paper Boats' } },
]

export function release(id: string, date: string, positions: readonly (readonly [number, string, string])[]) {
  return {
    id,
    title: 'Harbour Lights',
    date,
    status: 'Official',
    barcode: '4006408126546',
    'artist-credit': credit,
    'label-info': [
      { 'catalog-number': '[none]', label: { name: '[no label]' } },
      { 'catalog-number': 'TR-7', label: { name: 'Tideline' } },
    ],
    'release-group': { 'primary-type': 'Album', 'secondary-types': [] },
    tags: [{ name: 'folk', count: 9 }],
    media: [
      {
        position: 1,
        tracks: positions.map(([position, recording, title]) => ({
          position,
          title,
          length: 185_000,
          recording: { id: recording, title, length: 184_000, isrcs: ['gb-ABC-20-00001'] },
        })),
      },
    ],
  }
}

