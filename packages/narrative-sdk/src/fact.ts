/**
 * What a narrative may state. A fact is true before a word is written: the ranker and the catalogue wrote it down, with numbers
 * and dates already computed. A provider chooses words, never facts.
 */
export interface NarrativeFact {
  /** Short and local to one request: 'F0', 'F1', ... A sentence cites its facts by these. */
  readonly id: string
  readonly kind: 'catalog' | 'listening' | 'audience' | 'transcript' | 'mark' | 'editorial'
  /** Which fact it is; `FactValues` lists the ones the platform writes. An unknown property has at least its statement. */
  readonly property: string
  /** Who or what the fact is about, as a listener knows it: a title, a name, 'you'. */
  readonly subject: string
  /** The fact in plain words, in English. Untrusted text: names in it come from feeds and catalogues. */
  readonly statement: string
  /** The parts of the statement, typed; for narrators that write by rules. */
  readonly values: Readonly<Record<string, FactValue>>
}

export type FactValue = string | number | boolean | null | readonly string[]

/**
 * The properties that the platform writes, with their values. Durations and times in milliseconds, months as 2018-03, days as 2018-03-09.
 * Values that are not known are null; facts that are not known are absent.
 */
export interface FactValues {
  /** F0 of every request: which item this is, and by whom (artist credit) or of which show. A name that must not be repeated is null, and absent from other facts. */
  item: { title: string | null; artist: string | null; show: string | null }

  'track-length': { title: string; durationMs: number }
  release: { title: string; release: string; year: number | null }
  label: { release: string; label: string }
  /** Tags describe the release, never the track. */
  'release-tags': { release: string; tags: readonly string[] }
  /** The release holds tracks of this many artists. */
  compilation: { release: string; artists: number }
  'only-release-by-artist': { artist: string; release: string }
  'first-release-by-artist': { artist: string; release: string; year: number; of: number }
  'only-release-on-label': { label: string; release: string }
  'first-release-on-label': { label: string; release: string; year: number; of: number }
  'longest-track': { title: string; release: string; durationMs: number; of: number }
  /** The artist's n-th release in that year. */
  'nth-release-in-year': { artist: string; release: string; ordinal: number; year: number }
  /** So many releases of the artist are from that year; in which order is not known. */
  'releases-in-year': { artist: string; releases: number; year: number }
  /** The original is in the catalogue, too. */
  'remix-of': { title: string; original: string; originalArtist: string }
  /** Direction matters: `artist` is `relation` `target` ("member of band", "influenced by"). */
  'artist-relation': { artist: string; relation: string; target: string }
  'artist-country': { artist: string; country: string }
  'artist-begin': { artist: string; date: string }
  'artist-genre': { artist: string; genre: string }

  /**
   * What the item has in common with one that this listener played ('echo'), or how it stands to the one that played just before ('bridge'). `shared` says which: 'label', 'record',
   * 'title', 'length', 'remixer' (who made the other one), 'compilation' (that holds both artists), 'country', 'longest' (each of its record), 'year'; 'later' and 'earlier' (so many
   * years), 'longer' and 'shorter'. `value` is the name, the length as it is shown, the year, or how many years.
   */
  echo: { title: string; artist: string; otherTitle: string; otherArtist: string; shared: string; value: string }
  bridge: { title: string; artist: string; otherTitle: string; otherArtist: string; shared: string; value: string }

  'episode-date': { title: string; date: string }
  'episode-length': { title: string; durationMs: number }
  'episode-number': { show: string; number: number; season: number | null }
  host: { name: string }
  guest: { name: string }
  /** Somebody whose turns the transcript holds; whether host or guest is not known. */
  speaker: { name: string }
  'episode-tags': { tags: readonly string[] }
  /** A sentence of the description, literal. */
  description: { quote: string }
  chapter: { title: string; startMs: number }
  soundbite: { title: string | null; startMs: number; durationMs: number }
  /** A passage of the transcript, literal. `position`: how much of the transcript comes before it, 0 to 1; left out or null: not known. */
  transcript: { quote: string; speaker: string | null; startMs: number | null; endMs: number | null; position?: number | null }

  /** Plays of one artist by this listener, in one calendar year (listener's time zone) or in all. */
  'artist-plays': { artist: string; plays: number; year: number | null }
  'artist-first-play': { artist: string; month: string }
  'artist-last-play': { artist: string; month: string }
  'release-plays': { release: string; plays: number }
  /** Distinct tracks of a label that this listener played since a year. */
  'label-plays': { label: string; tracks: number; since: number }
  /** Plays of tracks from releases with this tag. */
  'tag-plays': { tag: string; plays: number }
  'no-tag-plays': { tag: string }
  'long-tracks-finished': { finished: number; of: number; overMinutes: number }
  'show-plays': { show: string; finished: number; of: number }
  'topic-plays': { topic: string; finished: number; of: number }

  /** Listeners who play `anchor` (an artist or show that this listener plays) and this item's artist or show; counted in tens, so at least so many; null: fewer than the k-anonymity floor. */
  'shared-audience': { anchor: string; target: string; listeners: number | null }
  /** Fewer listeners than the k-anonymity floor have found it. */
  'few-listeners': { title: string; fewerThan: number }
}

export type FactProperty = keyof FactValues
