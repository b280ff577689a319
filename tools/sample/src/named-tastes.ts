import { dayOf, lastDay } from './calendar.js'
import { dayShapes, type Liking, type Script, type Taste } from './taste.js'

const always = (weight: number, ...artists: string[]): Liking[] => artists.map((artist) => ({ artist, from: 0, until: lastDay, weight }))
const between = (from: number, until: number, weight: number, ...artists: string[]): Liking[] => artists.map((artist) => ({ artist, from, until, weight }))
const script = (artist: string, from: number, until: number, plays: number): Script => ({ of: { artist }, from, until, plays, distinct: false })

/** Explores electronic music; had a hip hop winter once, and left it in March 2018. */
const ada: Taste = {
  externalId: 'ada',
  displayName: 'Ada',
  timeZone: 'Europe/Berlin',
  utcOffset: 1,
  from: 0,
  until: lastDay,
  sessionsPerYear: 62,
  weekdayHours: dayShapes.evening,
  weekendHours: dayShapes.night,
  tags: ['idm', 'glitch', 'abstract', 'experimental'],
  labels: [],
  avoidedTags: ['chiptune', 'hip hop', 'rap', 'punk'],
  avoidedArtists: ['C-Doc'],
  likings: [
    ...always(18, 'Bitbasic', 'Koen Park', 'Vertical67', 'Megaheadphoneboy'),
    ...always(6, 'AEED', 'Coax', 'Ventolyn And Becotyde', 'Kaneel', 'Pleq', 'Brokenkites', 'Tetarise', 'Winterstrand'),
    ...between(dayOf(2017, 11, 9), lastDay, 14, 'And/Or'),
    ...between(dayOf(2019, 2), dayOf(2021, 7), 22, 'The Ghost Of 3.13', 'Candlestickmaker'),
    ...between(dayOf(2022, 1), lastDay, 12, 'Aramaki', 'Fuji Kureta', 'Birdy Earns', 'Norton'),
  ],
  exploration: 26,
  wandering: 0,
  finishesShort: 88,
  finishesLong: 90,
  reportsPlayed: true,
  shows: [
    { show: 'changelog/podcast', from: dayOf(2025, 11), until: lastDay, started: 80, topics: [], finishedOnTopic: 90, finishedOffTopic: 80 },
    {
      show: 'jupiter-extras',
      from: dayOf(2019, 9),
      until: dayOf(2023, 1),
      started: 14,
      topics: ['brunch with brent'],
      finishedOnTopic: 85,
      finishedOffTopic: 40,
    },
  ],
  scripts: [
    script('C-Doc', 0, dayOf(2016, 12, 31), 212),
    script('C-Doc', dayOf(2017, 1, 3), dayOf(2017, 12, 20), 96),
    script('C-Doc', dayOf(2018, 1, 10), dayOf(2018, 3, 19), 14),
    script('And/Or', dayOf(2017, 11, 9), dayOf(2017, 11, 12), 6),
    { of: { label: 'aaahh records' }, from: dayOf(2021, 3, 6), until: dayOf(2026, 9, 20), plays: 31, distinct: true },
  ],
}

/** Jazz and what is near it, and everything that can be hosted at home. */
const ben: Taste = {
  externalId: 'ben',
  displayName: 'Ben',
  timeZone: 'America/Chicago',
  utcOffset: -6,
  from: 0,
  until: lastDay,
  sessionsPerYear: 44,
  weekdayHours: dayShapes.commuter,
  weekendHours: dayShapes.early,
  tags: ['jazz', 'fusion', 'modern', 'instrumental'],
  labels: [],
  avoidedTags: ['techno', 'rap', 'metal'],
  avoidedArtists: ['Dazie Mae', 'Pk Jazz Collective', 'Pk jazz Collective'],
  likings: [
    ...always(20, 'Graphiqsgroove', 'Nheap', 'Paolo Pavan'),
    ...always(7, 'Lokua', 'Erik Jackson', 'Revolution Void', 'Plaistow', 'Blossom'),
    ...between(dayOf(2018, 3), dayOf(2020, 9), 16, 'Sandro Marinoni', 'Antiquity'),
    ...between(dayOf(2021, 4), lastDay, 12, 'Simone Schirru, Federico Eterno', 'Stephan Siebert', 'M.W.D.'),
  ],
  exploration: 18,
  wandering: 2,
  finishesShort: 94,
  finishesLong: 72,
  reportsPlayed: true,
  shows: [
    {
      show: 'self-hosted',
      from: dayOf(2019, 9),
      until: lastDay,
      started: 42,
      topics: ['home assistant', 'jellyfin', 'docker'],
      finishedOnTopic: 93,
      finishedOffTopic: 34,
    },
    { show: 'office-hours', from: dayOf(2022, 5), until: lastDay, started: 30, topics: ['podcasting 2.0'], finishedOnTopic: 90, finishedOffTopic: 45 },
  ],
  scripts: [script('Dazie Mae', dayOf(2019, 1, 5), dayOf(2019, 12, 28), 148), script('Dazie Mae', dayOf(2020, 1, 4), dayOf(2020, 5, 17), 21)],
}

/** Hip hop on blocSonic and a desktop that is rebuilt every year. */
const chloe: Taste = {
  externalId: 'chloe',
  displayName: 'Chloe',
  timeZone: 'Europe/Paris',
  utcOffset: 1,
  from: dayOf(2017, 2),
  until: lastDay,
  sessionsPerYear: 52,
  weekdayHours: dayShapes.office,
  weekendHours: dayShapes.idle,
  tags: ['hip hop', 'rap', 'funk'],
  labels: ['blocSonic'],
  avoidedTags: ['ambient', 'classical', 'chiptune'],
  avoidedArtists: ['CM aka Creative', 'Josh Woodward'],
  likings: [
    ...always(20, 'Tha Silent Partner', 'Just Plain Ant', 'The Honorable Sleaze'),
    ...always(7, 'DJ Harrison', 'Deadly Combo', 'Mported Flows', 'LOWdown', 'Joey Ripps'),
    ...between(dayOf(2020, 5), lastDay, 12, 'Anitek', 'Twenty-One: Twenty-Four', 'BADLUCK'),
  ],
  exploration: 14,
  wandering: 4,
  finishesShort: 82,
  finishesLong: 38,
  reportsPlayed: true,
  shows: [
    { show: 'linux-unplugged', from: dayOf(2017, 6), until: lastDay, started: 22, topics: ['nixos', 'steam'], finishedOnTopic: 92, finishedOffTopic: 48 },
    { show: 'the-launch', from: dayOf(2024, 2), until: lastDay, started: 35, topics: [], finishedOnTopic: 80, finishedOffTopic: 80 },
  ],
  scripts: [
    script('CM aka Creative', dayOf(2018, 1, 6), dayOf(2018, 12, 22), 173),
    script('CM aka Creative', dayOf(2019, 1, 12), dayOf(2019, 6, 8), 40),
    script('Josh Woodward', dayOf(2021, 1, 9), dayOf(2021, 12, 18), 87),
    script('Josh Woodward', dayOf(2022, 1, 8), dayOf(2022, 2, 20), 9),
  ],
}

/** The three listeners of the README, shaped by hand. */
export const namedTastes: readonly Taste[] = [ada, ben, chloe]
