import { fact } from './fact.js'

/** Facts of the examples in the voice guide, typed again. */
export const briefs = {
  mondeo: [
    fact('F0', 'item', { title: 'Mondeo (msc Remix)', artist: 'Keyboard Rebel', show: null }, 'This track is “Mondeo (msc Remix)” by Keyboard Rebel.', 'Mondeo (msc Remix)'),
    fact('F1', 'release', { title: 'Mondeo (msc Remix)', release: 'Remix Is Love', year: 2010 }, '“Mondeo (msc Remix)” is on the release “Remix Is Love” from 2010.', 'Remix Is Love'),
    fact('F2', 'label', { release: 'Remix Is Love', label: 'aaahh records' }, '“Remix Is Love” came out on aaahh records.', 'Remix Is Love'),
    fact('F3', 'label-plays', { label: 'aaahh records', tracks: 31, since: 2021 }, 'You played 31 tracks of aaahh records since 2021.'),
  ],
  diggIt: [
    fact('F0', 'item', { title: 'Digg It! (7" FunkEdit)', artist: 'C-Doc', show: null }, 'This track is “Digg It! (7" FunkEdit)” by C-Doc.', 'Digg It! (7" FunkEdit)'),
    fact('F1', 'artist-plays', { artist: 'C-Doc', plays: 212, year: 2016 }, 'You played C-Doc 212 times in 2016.'),
    fact('F2', 'artist-last-play', { artist: 'C-Doc', month: '2018-03' }, 'You last played C-Doc in March 2018.'),
    fact('F3', 'release', { title: 'Digg It! (7" FunkEdit)', release: "Followin' Me (Remixx)", year: 2012 }, '“Digg It!” is on “Followin\' Me (Remixx)” from 2012.', "Followin' Me (Remixx)"),
    fact('F4', 'label', { release: "Followin' Me (Remixx)", label: 'blocSonic' }, '“Followin\' Me (Remixx)” came out on blocSonic.', "Followin' Me (Remixx)"),
  ],
  cosmic: [
    fact('F0', 'item', { title: 'Yet Another Cosmic Jazz', artist: 'Pk Jazz Collective', show: null }, 'This track is “Yet Another Cosmic Jazz” by Pk Jazz Collective.', 'Yet Another Cosmic Jazz'),
    fact('F1', 'release-tags', { release: 'Space Oddities', tags: ['jazz', 'instrumental', 'experimental'] }, 'The release “Space Oddities” is tagged jazz, instrumental and experimental.', 'Space Oddities'),
  ],
  dreams: [
    fact('F0', 'item', { title: 'Dream Catchers', artist: 'A.L.N.P.S.V.', show: null }, 'This track is “Dream Catchers” by A.L.N.P.S.V.', 'Dream Catchers'),
    fact('F1', 'release-tags', { release: 'Tunguska Chillout Grooves Vol. 1', tags: ['downtempo'] }, 'The release “Tunguska Chillout Grooves Vol. 1” is tagged downtempo.', 'Tunguska Chillout Grooves Vol. 1'),
    fact('F2', 'track-length', { title: 'Dream Catchers', durationMs: 503_000 }, '“Dream Catchers” is 8:23 long.', 'Dream Catchers'),
    fact('F3', 'long-tracks-finished', { finished: 9, of: 10, overMinutes: 7 }, 'You finished 9 of 10 tracks over 7 minutes.'),
    fact('F4', 'release', { title: 'Dream Catchers', release: 'Tunguska Chillout Grooves Vol. 1', year: 2008 }, '“Dream Catchers” is on “Tunguska Chillout Grooves Vol. 1” from 2008.', 'Tunguska Chillout Grooves Vol. 1'),
    fact('F5', 'compilation', { release: 'Tunguska Chillout Grooves Vol. 1', artists: 17 }, '“Tunguska Chillout Grooves Vol. 1” is a compilation of 17 artists.', 'Tunguska Chillout Grooves Vol. 1'),
  ],
  gifkip: [
    fact('F0', 'item', { title: 'Gifkip Orchestra Part 6', artist: 'Toxic Chicken', show: null }, 'This track is “Gifkip Orchestra Part 6” by Toxic Chicken.', 'Gifkip Orchestra Part 6'),
    fact('F1', 'no-tag-plays', { tag: 'chiptune' }, 'You have played no track from a release tagged chiptune.'),
    fact('F2', 'release-tags', { release: 'Gifkip Orchestra', tags: ['chiptune'] }, 'The release “Gifkip Orchestra” is tagged chiptune.', 'Gifkip Orchestra'),
    fact('F3', 'shared-audience', { anchor: 'IDM', target: 'Toxic Chicken', listeners: 41 }, '41 listeners who share your IDM favourites play Toxic Chicken.', 'Toxic Chicken'),
  ],
  children: [
    fact('F0', 'item', { title: 'Children In The Closet', artist: 'Radio 421', show: null }, 'This track is “Children In The Closet” by Radio 421.', 'Children In The Closet'),
    fact('F1', 'track-length', { title: 'Children In The Closet', durationMs: 143_000 }, '“Children In The Closet” is 2:23 long.', 'Children In The Closet'),
    fact('F2', 'few-listeners', { title: 'Children In The Closet', fewerThan: 10 }, 'Fewer than 10 listeners here have found it.', 'Children In The Closet'),
    fact('F3', 'release', { title: 'Children In The Closet', release: 'Radio 421', year: 2012 }, '“Children In The Closet” is on “Radio 421” from 2012.', 'Radio 421'),
    fact('F4', 'release-tags', { release: 'Radio 421', tags: ['punk'] }, 'The release “Radio 421” is tagged punk.', 'Radio 421'),
  ],
  archive: [
    fact('F0', 'item', { title: 'The founder of ArchiveBox', artist: null, show: 'The Changelog' }, 'This episode is “The founder of ArchiveBox” of The Changelog.', 'The founder of ArchiveBox'),
    fact('F1', 'guest', { name: 'Nick Sweeting' }, 'Nick Sweeting, founder of ArchiveBox, is the guest.', 'Nick Sweeting'),
    fact('F2', 'transcript', { quote: 'Just save one or two things and see if you like it.', speaker: 'Nick Sweeting', startMs: null, endMs: null }, 'Nick Sweeting: «Just save one or two things and see if you like it.»', 'The founder of ArchiveBox'),
    fact('F3', 'topic-plays', { topic: 'self-hosting', finished: 4, of: 5 }, 'You finished 4 of 5 episodes about self-hosting.'),
    fact('F4', 'host', { name: 'Adam Stacoviak' }, 'Adam Stacoviak is a host.', 'Adam Stacoviak'),
    fact('F5', 'transcript', { quote: 'I never said that keeping everything is a good idea.', speaker: 'Adam Stacoviak', startMs: null, endMs: null }, 'Adam Stacoviak: «I never said that keeping everything is a good idea.»', 'The founder of ArchiveBox'),
  ],
  plex: [
    fact('F0', 'item', { title: 'Perfect Plex Setup', artist: null, show: 'Self-Hosted' }, 'This episode is “Perfect Plex Setup” of Self-Hosted.', 'Perfect Plex Setup'),
    fact('F1', 'chapter', { title: 'Plex-Meta-Manager', startMs: 1_668_000 }, 'Chapter “Plex-Meta-Manager” begins at 27:48.', 'Perfect Plex Setup'),
    fact('F2', 'chapter', { title: 'MovieMatch for Plex', startMs: 1_924_000 }, 'Chapter “MovieMatch for Plex” begins at 32:04.', 'Perfect Plex Setup'),
  ],
  altwide: [
    fact('F0', 'item', { title: 'Altwide', artist: 'And/Or', show: null }, 'This track is “Altwide” by And/Or.', 'Altwide'),
    fact('F1', 'release', { title: 'Altwide', release: 'Snow Effects', year: 2006 }, '“Altwide” is on “Snow Effects” from 2006.', 'Snow Effects'),
    fact('F2', 'release', { title: 'Slomo', release: 'Slow Motion', year: 2005 }, '“Slomo” is on “Slow Motion” from 2005.', 'Slow Motion'),
    fact('F3', 'release-tags', { release: 'Snow Effects', tags: ['IDM'] }, 'The release “Snow Effects” is tagged IDM.', 'Snow Effects'),
    fact('F4', 'artist-first-play', { artist: 'And/Or', month: '2017-11' }, 'You first played And/Or in November 2017.'),
    fact('F5', 'only-release-by-artist', { artist: 'And/Or', release: 'Snow Effects' }, '“Snow Effects” is the only And/Or release in the catalogue.', 'Snow Effects'),
  ],
  relations: [
    fact('F0', 'item', { title: 'Nebula (Kato Remix)', artist: 'Björk Ensemble', show: null }, 'This track is “Nebula (Kato Remix)” by Björk Ensemble.', 'Nebula (Kato Remix)'),
    fact('F1', 'artist-relation', { artist: 'Björk Ensemble', relation: 'influenced by', target: 'Sigur Rós' }, 'Björk Ensemble was influenced by Sigur Rós.', 'Björk Ensemble'),
    fact('F2', 'remix-of', { title: 'Nebula (Kato Remix)', original: 'Nebula', originalArtist: '坂本龍一' }, '“Nebula (Kato Remix)” is a remix of “Nebula” by 坂本龍一.', 'Nebula (Kato Remix)'),
    fact('F3', 'nth-release-in-year', { artist: 'Björk Ensemble', release: 'Stars', ordinal: 3, year: 2011 }, '“Stars” is the third Björk Ensemble release of 2011.', 'Stars'),
    fact('F4', 'artist-country', { artist: 'Björk Ensemble', country: 'Iceland' }, 'Björk Ensemble comes from Iceland.', 'Björk Ensemble'),
    fact('F5', 'longest-track', { title: 'Nebula (Kato Remix)', release: 'Stars', durationMs: 754_000, of: 12 }, '“Nebula” is the longest of the 12 tracks of “Stars”.', 'Nebula'),
    fact('F6', 'artist-plays', { artist: 'Sigur Rós', plays: 1_214, year: null }, 'You played Sigur Rós 1,214 times.'),
    fact('F7', 'artist-plays', { artist: 'Björk Ensemble', plays: 31, year: 2019 }, 'You played Björk Ensemble 31 times in 2019.'),
  ],
} as const

export type BriefName = keyof typeof briefs
