import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import type { NarrativeResult } from '../narrative.js'

/** How many texts a listener is remembered to have been shown, and how many of them the next text should not sound like. */
const remembered = 50
const compared = 20

interface Serving {
  readonly listenerId: string
  readonly narrativeId: string
  readonly itemId: string
  readonly text: string
}

/** What each listener was shown last. Nothing is known of listeners without an id, and nothing is kept of those who are not in the database. */
export class Servings {
  #waiting: Serving[] = []
  #writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly db: Kysely<Database>,
    private readonly now: () => number,
    private readonly log: (event: string, data?: object) => void,
  ) {}

  /** The last texts of each listener, newest first. One statement; without listeners none. */
  async recall(listenerIds: readonly (string | null)[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const ids = [...new Set(listenerIds.filter((id) => id !== null))]
    const texts = new Map<string, string[]>()
    if (ids.length === 0) return texts
    try {
      const { rows } = await sql<{ listener_id: string; text: string }>`
        select listener_id, text from unnest(${ids}::text[]) wanted (id) cross join lateral
          (select listener_id, text, served_at, narrative_id from narrative_servings where listener_id = wanted.id order by served_at desc, narrative_id limit ${compared}) latest
        order by served_at desc, narrative_id`.execute(this.db)
      for (const row of rows) texts.set(row.listener_id, [...(texts.get(row.listener_id) ?? []), row.text])
    } catch (error) {
      this.log('narrative-servings-unreadable', { error: String(error) })
    }
    return texts
  }

  /** Remembers what was handed out. Those who come while a statement runs share the next one. */
  async record(results: readonly NarrativeResult[]): Promise<void> {
    const served = results.flatMap((result) =>
      result.type === 'narrative' && result.listenerId !== null
        ? [{ listenerId: result.listenerId, narrativeId: result.id, itemId: result.itemId, text: result.text }]
        : [],
    )
    if (served.length === 0) return
    this.#waiting.push(...served)
    this.#writing = this.#writing.then(() => this.#write())
    await this.#writing
  }

  async #write(): Promise<void> {
    const served = [...new Map(this.#waiting.map((serving) => [`${serving.listenerId} ${serving.narrativeId}`, serving])).values()]
    this.#waiting = []
    if (served.length === 0) return
    const column = (name: keyof Serving): string[] => served.map((serving) => serving[name])
    const at = new Date(this.now())
    try {
      // A millisecond apart: what stands further down in a list was shown later.
      await sql`
        with fresh as (
          insert into narrative_servings (listener_id, narrative_id, item_id, text, served_at)
          select listener_id, narrative_id, item_id, text, ${at}::timestamptz + place * interval '1 millisecond'
          from unnest(${column('listenerId')}::text[], ${column('narrativeId')}::text[], ${column('itemId')}::text[], ${column('text')}::text[])
            with ordinality as served (listener_id, narrative_id, item_id, text, place)
          where exists (select from listeners where listeners.id = served.listener_id)
          on conflict (listener_id, narrative_id) do update set served_at = excluded.served_at, text = excluded.text
          returning listener_id)
        delete from narrative_servings old using
          (select listener_id, narrative_id, row_number() over (partition by listener_id order by served_at desc, narrative_id) as place
           from narrative_servings where listener_id in (select listener_id from fresh)) ranked
        where ranked.listener_id = old.listener_id and ranked.narrative_id = old.narrative_id and ranked.place > ${remembered}`.execute(this.db)
    } catch (error) {
      this.log('narrative-servings-not-kept', { error: String(error) })
    }
  }
}
