import { dayOf, dayOfMoment, momentOf } from './calendar.js'
import type { SampleCatalogue, SampleEpisode, SampleTrack } from './catalogue.js'
import { createTrackPicker } from './pick-tracks.js'
import type { Random } from './random.js'
import type { Shelf } from './shelf.js'
import type { Script, ShowHabit, Taste } from './taste.js'

export interface SampleListen {
  readonly item: string
  /** Unix seconds of the start. */
  readonly at: number
  /** null is unknown. */
  readonly playedSeconds: number | null
}

/** What is played one after the other from `start` on. */
interface Session {
  readonly start: number
  readonly plays: readonly { readonly item: string; readonly seconds: number | null; readonly finished: number }[]
}
/** What an episode of unknown length is taken to last, so that the next play does not overlap. */
const assumedSeconds = 3600
const longTrackSeconds = 420

/** Ten years of one listener. Plays never overlap. */
export function simulateListening(random: Random, shelf: Shelf, catalogue: SampleCatalogue, taste: Taste): SampleListen[] {
  const picker = createTrackPicker(random, shelf, taste)
  const sessions: Session[] = []
  const music = (start: number, tracks: readonly SampleTrack[]): void => {
    const plays = tracks.map((track) => ({
      item: track.key,
      seconds: track.seconds,
      finished: track.seconds > longTrackSeconds ? taste.finishesLong : taste.finishesShort,
    }))
    sessions.push({ start, plays })
  }
  for (let week = taste.from; week < taste.until; week += 7) {
    const expected = Math.round((taste.sessionsPerYear * 100) / 52)
    const count = Math.floor(expected / 100) + (random.chance(expected % 100) ? 1 : 0)
    for (let session = 0; session < count; session++) {
      const day = Math.min(week + random.integer(0, 6), taste.until - 1)
      music(startOn(random, taste, day), picker.session(day))
    }
  }
  for (const script of taste.scripts) scriptedSessions(random, shelf, taste, script).forEach(({ start, tracks }) => music(start, tracks))
  for (const habit of taste.shows) sessions.push(...episodeSessions(random, catalogue.episodes, taste, habit))
  return layOut(random, taste, sessions)
}

function startOn(random: Random, taste: Taste, day: number): number {
  // 2016-11-01 was a Tuesday.
  const weekend = (day + 1) % 7 >= 5
  const hours = weekend ? taste.weekendHours : taste.weekdayHours
  const hour = random.weighted(Array.from(hours.keys()), (index) => hours[index] ?? 0)
  return momentOf(day, hour * 60 + random.integer(0, 59), taste.utcOffset)
}

function scriptedSessions(random: Random, shelf: Shelf, taste: Taste, script: Script): { start: number; tracks: SampleTrack[] }[] {
  const pool = random.shuffled('artist' in script.of ? shelf.tracksOf(script.of.artist) : shelf.tracksOfLabel(script.of.label))
  const plays = Array.from({ length: script.plays }, (_, index) => (script.distinct ? pool[index] : random.pick(pool))).filter((track) => track !== undefined)
  const sessions: { start: number; tracks: SampleTrack[] }[] = []
  while (plays.length > 0) {
    // The first and the last day of the script are played on.
    const day = sessions.length === 0 ? script.from : plays.length <= 4 ? script.until - 1 : random.integer(script.from, script.until - 1)
    sessions.push({ start: startOn(random, taste, day), tracks: plays.splice(0, random.integer(2, 5)) })
  }
  return sessions
}

function episodeSessions(random: Random, episodes: readonly SampleEpisode[], taste: Taste, habit: ShowHabit): Session[] {
  return episodes.flatMap((episode) => {
    if (episode.show !== habit.show) return []
    // Nothing is played before it came out; what has no date is taken to be out by then.
    const out = episode.publishedAt === null ? dayOf(2025, 11, 2) + random.integer(0, 300) : dayOfMoment(episode.publishedAt) + 1
    const onTopic = episode.tags.some((tag) => habit.topics.includes(tag))
    const started = random.chance(habit.started) || (onTopic && random.chance(60))
    const day = out + random.weighted([0, 1, 2, 4, 9, 30], (days) => 40 - days)
    if (!started || day < habit.from || day >= habit.until) return []
    const finished = onTopic ? habit.finishedOnTopic : habit.finishedOffTopic
    return [{ start: startOn(random, taste, day), plays: [{ item: episode.key, seconds: episode.seconds, finished }] }]
  })
}

function layOut(random: Random, taste: Taste, sessions: readonly Session[]): SampleListen[] {
  const listens: SampleListen[] = []
  let free = 0
  for (const session of sessions.toSorted((one, other) => one.start - other.start)) {
    let at = Math.max(session.start, free)
    for (const { item, seconds, finished } of session.plays) {
      const length = seconds ?? assumedSeconds
      const played = random.chance(finished) ? length : random.integer(30, Math.floor((length * 4) / 5))
      listens.push({ item, at, playedSeconds: taste.reportsPlayed && seconds !== null ? played : null })
      at += played + random.integer(0, 2)
    }
    free = at + 60
  }
  return listens
}
