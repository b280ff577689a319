import { lastDay } from './calendar.js'
import type { Random } from './random.js'
import { places, scenes, showTopics } from './scenes.js'
import { drawFromTop, type Shelf } from './shelf.js'
import { dayShapes, type Liking, type ShowHabit, type Taste } from './taste.js'

const shapeNames = ['commuter', 'office', 'evening', 'night', 'early', 'idle'] as const

const platforms = new Set(['?', '', 'Jamendo', 'Community Audio', 'Free Music Archive', 'DIY Musicians'])

/** Makes up one listener: where they are at home, whom they love, dropped and found again, and when they listen. */
export function drawTaste(random: Random, shelf: Shelf, number: number): Taste {
  const home = random.weighted(scenes, (scene) => scene.listeners)
  const visited = random.weighted(scenes, (scene) => scene.listeners)
  const tags = [...new Set([...random.shuffled(home.tags).slice(0, random.integer(2, 3)), ...(random.chance(40) ? [random.pick(visited.tags)] : [])])]
  const known = tags.filter((tag) => shelf.artistsOfTag(tag).length > 3)
  const from = random.chance(35) ? random.integer(0, 60) : random.integer(60, 2200)
  const until = random.chance(80) ? lastDay : random.integer(from + 900, lastDay)
  const place = random.pick(places)
  const likings = drawLikings(random, shelf, known, from, until)
  const finishesShort = random.integer(78, 97)
  return {
    externalId: `listener-${String(number).padStart(3, '0')}`,
    displayName: null,
    timeZone: random.chance(85) ? place.timeZone : null,
    utcOffset: place.utcOffset,
    from,
    until,
    sessionsPerYear: random.integer(5, 21),
    weekdayHours: dayShapes[random.pick(shapeNames)],
    weekendHours: random.chance(30) ? dayShapes.night : dayShapes.idle,
    tags: known,
    labels: random.chance(40) ? drawLabels(random, shelf, likings) : [],
    avoidedTags: [],
    avoidedArtists: [],
    likings,
    exploration: random.integer(6, 24),
    wandering: random.integer(0, 6),
    finishesShort,
    finishesLong: random.chance(30) ? random.integer(85, 98) : random.integer(25, 70),
    reportsPlayed: random.chance(85),
    shows: random.chance(60) ? drawShows(random, from, until) : [],
    scripts: [],
  }
}

function drawLikings(random: Random, shelf: Shelf, tags: readonly string[], from: number, until: number): Liking[] {
  const artists = new Set<string>()
  const wanted = random.integer(18, 46)
  for (let draw = 0; artists.size < wanted && draw < 200; draw++) artists.add(drawFromTop(random, shelf.artistsOfTag(random.pick(tags))))
  const [first, second, ...others] = random.shuffled([...artists])
  const span = until - from
  const likings: Liking[] = []
  // Loved for a year or two, then never again.
  for (const dropped of [first, ...(random.chance(50) ? [second] : [])]) {
    if (dropped === undefined) continue
    const start = from + random.integer(0, Math.floor(span / 3))
    likings.push({ artist: dropped, from: start, until: Math.min(start + random.integer(300, 760), until - 365), weight: random.integer(50, 110) })
  }
  const favourites = random.integer(3, 6)
  others.forEach((artist, index) => {
    const start = index < 4 ? from : from + random.integer(0, span - 60)
    const fades = random.chance(55)
    const end = fades ? Math.min(until, start + random.integer(120, 1400)) : until
    likings.push({ artist, from: start, until: end, weight: index < favourites ? random.integer(14, 34) : random.integer(2, 8) })
  })
  return likings
}

/** The label of a favourite, unless it is a place where everybody publishes. */
function drawLabels(random: Random, shelf: Shelf, likings: readonly Liking[]): string[] {
  const label = random.pick(shelf.tracksOf(random.pick(likings).artist)).label
  return platforms.has(label) ? [] : [label]
}

function drawShows(random: Random, from: number, until: number): ShowHabit[] {
  const names = [
    'self-hosted',
    'linux-unplugged',
    'self-hosted',
    'linux-unplugged',
    'jupiter-extras',
    'office-hours',
    'the-launch',
    'changelog/podcast',
    'changelog/gotime',
    'changelog/jsparty',
  ]
  const chosen = new Set(Array.from({ length: random.integer(1, 3) }, () => random.pick(names)))
  return [...chosen].map((show) => {
    const start = from + random.integer(0, Math.max(1, Math.floor((until - from) / 2)))
    const topics = random.shuffled(showTopics[show] ?? []).slice(0, random.integer(1, 3))
    const percent = show.startsWith('changelog/') ? random.integer(30, 80) : random.integer(4, 30)
    return {
      show,
      from: start,
      until: random.chance(70) ? until : Math.min(until, start + random.integer(300, 1200)),
      started: percent,
      topics,
      finishedOnTopic: random.integer(78, 98),
      finishedOffTopic: random.integer(20, 75),
    }
  })
}
