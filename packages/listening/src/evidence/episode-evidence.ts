import type { Evidence } from '@linernotes/catalog'
import { finishedPercent, type Taste } from '../taste.js'
import { inFigures, listeningEvidence, literal } from './listening-evidence.js'

/** "You finished 41 of the 50 Self-Hosted episodes that you played."; null where the length of none that was played is known. */
export function showPlays(taste: Taste, showId: string): Evidence | null {
  const show = taste.shows.get(showId)
  if (show === undefined || show.of === 0) return null
  return listeningEvidence(taste, {
    property: 'show-plays',
    subjectId: showId,
    statement: `You finished ${inFigures(show.finished)} of the ${inFigures(show.of)} ${show.title} ${show.of === 1 ? 'episode' : 'episodes'} that you played.`,
    values: { show: show.title, finished: show.finished, of: show.of },
    query: episodesFinished(taste, `e.show_id = ${literal(showId)}`),
    plays: show.plays,
    span: show,
  })
}

/** "You finished 4 of the 5 episodes about self-hosting that you played.": episodes that carry the tag. */
export function topicPlays(taste: Taste, topic: string): Evidence | null {
  const played = taste.topics.get(topic)
  if (played === undefined || played.of === 0) return null
  return listeningEvidence(taste, {
    property: 'topic-plays',
    subjectId: null,
    statement: `You finished ${inFigures(played.finished)} of the ${inFigures(played.of)} ${played.of === 1 ? 'episode' : 'episodes'} about ${topic} that you played.`,
    values: { topic, finished: played.finished, of: played.of },
    query: episodesFinished(taste, `exists (select 1 from episode_tags g where g.episode_id = e.id and g.tag = ${literal(topic)})`),
    plays: played.of,
    span: null,
  })
}

/** Whether the play `l` of a track or episode went to its end, in SQL; null where that is not known. */
export function finishedCondition(item: 't' | 'e'): string {
  return `l.played_ms::bigint * 100 >= ${item}.duration_ms::bigint * ${finishedPercent}`
}

function episodesFinished(taste: Taste, condition: string): string {
  return (
    `select count(*) filter (where finished)::int as finished, count(*)::int as of from (select bool_or(${finishedCondition('e')}) as finished ` +
    `from listens l join episodes e on e.id = l.item_id where l.listener_id = ${literal(taste.listener.id)} and ${condition} ` +
    `group by e.id having max(l.played_ms) is not null and max(e.duration_ms) is not null) episodes`
  )
}
