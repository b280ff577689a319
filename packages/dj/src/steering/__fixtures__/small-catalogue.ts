import { entityId, nameKey } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'

const source_id = 'src_steering'

/** Release, artist, label, year, tags, titles. */
const releases = [
  ['Remix Is Love', 'Keyboard Rebel', 'aaahh records', 2010, ['Electronic', 'House'], ['Mondeo (msc Remix)', 'Remix Is Love']],
  ["Followin' Me (Remixx)", 'C-Doc', 'blocSonic', 2012, ['Hip Hop', 'Funk'], ['Digg It! (7" FunkEdit)']],
  ['Snow Effects', 'And/Or', 'Monotonik', 2006, ['IDM', 'Electronic'], ['Altwide']],
  ['Slow Motion', 'Megaheadphoneboy', 'Monotonik', 2005, ['IDM'], ['Slomo']],
  ['Trio', 'Sandro Marinoni', 'Insubordinations', 2008, ['Jazz', 'Instrumental', 'Experimental'], ['One', 'Calm']],
  ['Yet Another', 'Pk Jazz Collective', 'Jazzaria', 2011, ['Jazz', 'Instrumental'], ['Yet Another Cosmic Jazz']],
  ['Best In Peace', 'The Inner Peace', 'Peaceful', 2009, ['Ambient', 'Downtempo'], ['More']],
  ['Loud', 'Radio 421', 'Noise', 2012, ['Punk', 'Rock', 'Metal'], ['Children In The Closet']],
  ['Riddim', 'Dub Foundation', 'Dubophonic', 2013, ['Dub', 'Reggae'], ['Roots']],
  ['Rollers', 'Drumcorps', 'Kniteforce', 1999, ['Drum & Bass', 'Techno', 'Breakbeat'], ['Amen']],
  ['Strings', 'Quartetto', 'Camerata', 2001, ['Classical', 'Folk', 'Blues', 'Chiptune'], ['Andante']],
] as const

const episodes = [
  ['Self-Hosted', 'Perfect Plex Setup', ['plex', 'docker', 'home automation']],
  ['LINUX Unplugged', 'The Moment of Truth', ['linux', 'rust', 'security']],
  ['LINUX Unplugged', 'Private by Default', ['privacy', 'linux']],
] as const

export const artistIdOf = (name: string): string => entityId('artist', 'steering', name)
export const trackIdOf = (title: string): string => entityId('track', 'steering', title)
const showIdOf = (title: string): string => entityId('show', 'steering', title)

/** A catalogue that requests can be about: eleven releases, two shows, three episodes. */
export async function plantSmallCatalogue(db: Kysely<Database>): Promise<void> {
  await db.insertInto('sources').values({ id: source_id, name: 'Steering', licence: 'CC0-1.0', url: null, retrieved_at: null }).execute()
  for (const [title, artist, label, year, tags, titles] of releases) {
    const release_id = entityId('release', 'steering', title)
    await db.insertInto('artists').values({ id: artistIdOf(artist), name: artist, name_key: nameKey(artist), is_special_purpose: false, source_id }).execute()
    await db
      .insertInto('releases')
      .values({ id: release_id, title, title_key: nameKey(title), is_compilation: false, label, label_key: nameKey(label), release_date: String(year), release_year: year, source_id })
      .execute()
    await db.insertInto('release_tags').values(tags.map((tag) => ({ release_id, tag, weight: 1, source_id }))).execute()
    for (const [index, track] of titles.entries()) {
      await db
        .insertInto('tracks')
        .values({ id: trackIdOf(track), title: track, title_key: nameKey(track), release_id, track_number: index + 1, duration_ms: 200_000, advisory: 'unknown', source_id })
        .execute()
      await db.insertInto('track_artists').values({ track_id: trackIdOf(track), position: 0, artist_id: artistIdOf(artist), credited_name: artist, join_phrase: '' }).execute()
    }
  }
  for (const show of new Set(episodes.map(([title]) => title)))
    await db.insertInto('shows').values({ id: showIdOf(show), title: show, title_key: nameKey(show), medium: 'podcast', categories: '[]', advisory: 'unknown', people: '[]', source_id }).execute()
  for (const [show, title, tags] of episodes) {
    const id = entityId('episode', 'steering', title)
    await db
      .insertInto('episodes')
      .values({ id, show_id: showIdOf(show), guid: title, title, title_key: nameKey(title), episode_type: 'full', advisory: 'unknown', enclosures: '[]', people: '[]', source_id })
      .execute()
    await db.insertInto('episode_tags').values(tags.map((tag) => ({ episode_id: id, tag, weight: 1, source_id }))).execute()
  }
}
