import { createEvidence, entityKind, type Evidence } from '@linernotes/catalog'
import { audienceFloor } from '../taste.js'
import { inFigures, literal, privateSource } from './listening-evidence.js'

/** An artist or a show. */
export interface Creator {
  readonly id: string
  readonly name: string
}

/** "Fewer than 10 listeners here have played Children In The Closet."; null where it is ten or more. */
export function fewListeners(item: { readonly id: string; readonly title: string }, listeners: number): Evidence | null {
  if (listeners >= audienceFloor) return null
  return audienceEvidence({
    property: 'few-listeners',
    subjectId: item.id,
    subject: item.title,
    statement: `Fewer than ${audienceFloor} listeners here have played ${item.title}.`,
    values: { title: item.title, fewerThan: audienceFloor },
    query: `select count(distinct listener_id) < ${audienceFloor} as few from listens where item_id = ${literal(item.id)}`,
    listeners: null,
  })
}

/** "At least 40 listeners who play Bitbasic also play Toxic Chicken.": whole tens, so that one listener more or less is not told apart from what was there. */
export function sharedAudience(anchor: Creator, target: Creator, listeners: number): Evidence {
  const told = audienceTens(listeners)
  return audienceEvidence({
    property: 'shared-audience',
    subjectId: target.id,
    subject: target.name,
    statement: `${told === null ? `Fewer than ${audienceFloor}` : `At least ${inFigures(told)}`} listeners who play ${anchor.name} also play ${target.name}.`,
    values: { anchor: anchor.name, target: target.name, listeners: told },
    query:
      `select case when count(*) >= ${audienceFloor} then (count(*) / ${audienceFloor} * ${audienceFloor})::int end as listeners ` +
      `from (select l.listener_id from listens l where ${isBy(anchor.id)} intersect select l.listener_id from listens l where ${isBy(target.id)}) both_played`,
    listeners: told,
  })
}

/** So many of these listeners as fill groups of ten; null: not one group. */
function audienceTens(listeners: number): number | null {
  return listeners < audienceFloor ? null : listeners - (listeners % audienceFloor)
}

function isBy(creatorId: string): string {
  return entityKind(creatorId) === 'show'
    ? `exists (select 1 from episodes e where e.id = l.item_id and e.show_id = ${literal(creatorId)})`
    : `exists (select 1 from track_artists c where c.track_id = l.item_id and c.artist_id = ${literal(creatorId)})`
}

function audienceEvidence(draft: Pick<Evidence, 'property' | 'subjectId' | 'subject' | 'statement' | 'values' | 'query' | 'listeners'>): Evidence {
  return createEvidence({ ...draft, kind: 'audience', source: privateSource('Listening on this platform') })
}
