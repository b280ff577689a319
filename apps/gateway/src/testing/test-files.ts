const named = [
  ['tide-tables', 'Tide Tables', 'Mara Quill', 'Harbour Tapes', 'Ambient', 'Drone, Field Recording', 2011, ['Slack Water', 'Ebb', 'Neap']],
  ['night-ferry', 'Night Ferry', 'Mara Quill', 'Harbour Tapes', 'Ambient', 'Drone', 2014, ['Last Boat', 'Deck Light', 'Wake']],
  ['paper-kites', 'Paper Kites', 'Odd Lanterns', 'Harbour Tapes', 'Folk', 'Acoustic', 2012, ['String', 'Hill', 'Gust']],
  ['iron-orchard', 'Iron Orchard', 'Bellweather', 'Ninth Floor', 'Rock', 'Shoegaze', 2013, ['Rust', 'Bloom', 'Graft']],
  ['long-division', 'Long Division', 'Carry the Two', 'Ninth Floor', 'Electronic', 'IDM, Glitch', 2015, ['Remainder', 'Quotient', 'Divisor']],
  ['small-hours', 'Small Hours', 'Carry the Two', 'Ninth Floor', 'Electronic', 'Drone', 2016, ['Three', 'Four', 'Five']],
  ['salt-road', 'Salt Road', 'Ines Voss', 'Dry Creek', 'Folk', 'Acoustic', 2010, ['Milestone', 'Well', 'Gate']],
  ['low-sun', 'Low Sun', 'Halden Grey', 'Dry Creek', 'Ambient', 'Drone, Field Recording', 2017, ['Haze', 'Furrow', 'Barn Swallow']],
] as const

const words =
  'Alder Birch Cedar Dogwood Elder Fir Gorse Hazel Ivy Juniper Kelp Larch Maple Nettle Oak Pine Quince Rowan Sorrel Teasel Umber Vetch Willow Yarrow'.split(' ')

/** Eight small records by six artists on three labels and, for long lists, one each by two dozen more; as the two files of freemusi.cc. Durations are in seconds. */
const records = [
  ...named,
  ...words.map(
    (word) =>
      [word.toLowerCase(), `${word} Songs`, `${word} Choir`, 'Hedgerow', 'Ambient', 'Choral', 2018, [`${word} Leaf`, `${word} Bark`, `${word} Root`]] as const,
  ),
]

const csv = (rows: readonly (readonly (string | number)[])[]): string => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n') + '\n'
const address = (id: string): string => `http://archive.example/${id}`

export const releasesCsv = csv([
  ['activity', 'album', 'artist', 'catalog', 'duration', 'genre', 'id', 'label', 'licenseurl', 'rating', 'style', 'totaldiscs', 'totaltracks', 'url', 'year'],
  ...records.map(([id, album, artist, label, genre, style, year]) => [
    1,
    album,
    artist,
    '?',
    600,
    genre,
    id,
    label,
    'http://creativecommons.org/licenses/by/4.0/',
    1,
    style,
    1,
    3,
    address(id),
    year,
  ]),
])

export const tracksCsv = csv([
  ['activity', 'disc', 'duration', 'id', 'rating', 'title', 'track', 'trackartist', 'trackurl'],
  ...records.flatMap(([id, , artist, , , , , titles]) =>
    titles.map((title, index) => [1, 1, 200 + 20 * index, id, 1, title, index + 1, artist, `${address(id)}/${index + 1}.mp3`]),
  ),
])

const topics = ['storage', 'networking', 'backups', 'storage', 'monitoring', 'networking']

/** Six episodes of one show with chapters, as jupiterbroadcasting.com gives them. */
export const episodesJsonl = topics
  .map((topic, index) =>
    JSON.stringify({
      type: 'episode',
      draft: false,
      show_slug: 'rack-talk',
      show_name: 'Rack Talk',
      episode: index + 1,
      episode_guid: `rack-talk-${index + 1}`,
      title: `Rack Talk on ${topic}, part ${index + 1}`,
      description: `We spend an hour on ${topic} at home. A listener asks what a small office needs.`,
      date: `2019-0${index + 1}-08T09:00:00-07:00`,
      tags: [topic, 'self-hosting'],
      podcast_duration: '00:42:10',
      podcast_file: `https://media.example/rack-talk-${index + 1}.mp3`,
      podcast_bytes: 40_000_000,
      podcast_chapters: {
        version: '1.2.0',
        chapters: [
          { startTime: 0, title: 'Hello' },
          { startTime: 300, title: `What ${topic} costs`, endTime: 900 },
        ],
      },
    }),
  )
  .join('\n')

/** What is said in the first episode. */
export const transcriptVtt = `WEBVTT

00:00:01.000 --> 00:00:06.000
<v Ana>Welcome to the show, today we talk about storage for a small office.

00:00:06.500 --> 00:00:12.000
<v Ben>The cheapest storage is the disk that you already own and never looked at.

00:00:12.500 --> 00:00:20.000
<v Ana>We tested four of these boxes for a month, and two of them were louder than promised.
`

/** A feed of another show, for importFeed. */
export const feedXml = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>Harbour Light</title>
    <link>https://harbour.example/</link>
    <description>Ships, and the people on them.</description>
    <language>en</language>
    <podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
    <item>
      <title>The pilot</title>
      <guid isPermaLink="false">harbour-1</guid>
      <pubDate>Fri, 09 Oct 2020 04:30:38 GMT</pubDate>
      <description>How a pilot boards a ship at night.</description>
      <enclosure url="https://harbour.example/1.mp3" length="1000" type="audio/mpeg"/>
    </item>
  </channel>
</rss>
`
