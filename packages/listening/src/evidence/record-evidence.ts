import type { Evidence } from '@linernotes/catalog'
import { longTrackMinutes, type Taste } from '../taste.js'
import { finishedCondition } from './episode-evidence.js'
import { inFigures, listeningEvidence, literal, times } from './listening-evidence.js'

/** "You played tracks of Snow Effects 40 times." null where there are none. */
export function releasePlays(taste: Taste, releaseId: string): Evidence | null {
  const release = taste.releases.get(releaseId)
  if (release === undefined) return null
  return listeningEvidence(taste, {
    property: 'release-plays',
    subjectId: releaseId,
    statement: `You played tracks of ${release.title} ${times(release.plays)}.`,
    values: { release: release.title, plays: release.plays },
    query: `select count(*)::int as plays ${tracksPlayed(taste)} and t.release_id = ${literal(releaseId)}`,
    plays: release.plays,
    span: release,
  })
}

/** "You played 31 tracks of aaahh records since 2021.": distinct tracks since the year of the first play. */
export function labelPlays(taste: Taste, labelKey: string): Evidence | null {
  const label = taste.labels.get(labelKey)
  if (label === undefined) return null
  return listeningEvidence(taste, {
    property: 'label-plays',
    subjectId: null,
    statement: `You played ${inFigures(label.tracks)} ${label.tracks === 1 ? 'track' : 'tracks'} of ${label.label} since ${label.since}.`,
    values: { label: label.label, tracks: label.tracks, since: label.since },
    query:
      `select count(distinct t.id)::int as tracks, extract(year from min(l.played_at) at time zone ${literal(taste.timeZone)})::int as since ` +
      `from listens l join tracks t on t.id = l.item_id join releases r on r.id = t.release_id where l.listener_id = ${literal(taste.listener.id)} and r.label_key = ${literal(labelKey)}`,
    plays: label.plays,
    span: label,
  })
}

/** "You played tracks from releases tagged idm 1,234 times." */
export function tagPlays(taste: Taste, tag: string): Evidence | null {
  const played = taste.tags.get(tag)
  if (played === undefined) return null
  return listeningEvidence(taste, {
    property: 'tag-plays',
    subjectId: null,
    statement: `You played tracks from releases tagged ${tag} ${times(played.plays)}.`,
    values: { tag, plays: played.plays },
    query: tagQuery(taste, `g.tag = ${literal(tag)}`),
    plays: played.plays,
    span: played,
  })
}

/** "You have no plays of releases tagged chiptune."; null where there is one, however the tag is capitalised, or no history at all. */
export function noTagPlays(taste: Taste, tag: string): Evidence | null {
  const isPlayed = [...taste.tags.keys()].some((played) => played.toLowerCase() === tag.toLowerCase())
  if (taste.total === null || isPlayed) return null
  return listeningEvidence(taste, {
    property: 'no-tag-plays',
    subjectId: null,
    statement: `You have no plays of releases tagged ${tag}.`,
    values: { tag },
    query: tagQuery(taste, `lower(g.tag) = lower(${literal(tag)})`),
    plays: 0,
    span: null,
  })
}

/** "You finished 9 of the 10 tracks over 7 minutes that you played."; null where the length of none is known. */
export function longTracksFinished(taste: Taste): Evidence | null {
  const { finished, of } = taste.longTracks
  if (of === 0) return null
  return listeningEvidence(taste, {
    property: 'long-tracks-finished',
    subjectId: null,
    statement: `You finished ${inFigures(finished)} of the ${inFigures(of)} ${of === 1 ? 'track' : 'tracks'} over ${longTrackMinutes} minutes that you played.`,
    values: { finished, of, overMinutes: longTrackMinutes },
    query:
      `select count(*) filter (where finished)::int as finished, count(*)::int as of from (select bool_or(${finishedCondition('t')}) as finished ${tracksPlayed(taste)} ` +
      `and t.duration_ms > ${longTrackMinutes * 60_000} group by t.id having max(l.played_ms) is not null) tracks`,
    plays: of,
    span: null,
  })
}

function tagQuery(taste: Taste, condition: string): string {
  return `select count(*)::int as plays ${tracksPlayed(taste)} and exists (select 1 from release_tags g where g.release_id = t.release_id and ${condition})`
}

function tracksPlayed(taste: Taste): string {
  return `from listens l join tracks t on t.id = l.item_id where l.listener_id = ${literal(taste.listener.id)}`
}
