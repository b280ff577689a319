import { randomUUID } from 'node:crypto'
import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** Somebody who looked for a text just before it was stored must not write it again: for so long after, they are told to look once more. */
const echoMs = 5_000

/** Who is the holder of a text that is there. */
const nobody = ''

/** Among all processes on one database, one at a time writes a text. A process that died loses its leases by time. */
export class GenerationLeases {
  readonly #holder = randomUUID()

  constructor(
    private readonly db: Kysely<Database>,
    private readonly leaseMs: number,
    private readonly log: (event: string, data?: object) => void,
  ) {}

  /**
   * Takes what is free, and what this process has already; the answer is what may be written now. What was stored just now is free for those only who `looked` after
   * they were refused. One statement; without keys none.
   */
  async take(keys: readonly string[], looked = false): Promise<ReadonlySet<string>> {
    if (keys.length === 0) return new Set()
    try {
      const { rows } = await sql<{ key: string }>`
        insert into narrative_generations (key, holder, until)
        select key, ${this.#holder}, now() + ${this.leaseMs}::int * interval '1 millisecond' from unnest(${[...new Set(keys)].toSorted()}::text[]) as wanted (key)
        on conflict (key) do update set holder = excluded.holder, until = excluded.until
          where narrative_generations.until < now() or narrative_generations.holder = excluded.holder
            or (${looked}::boolean and narrative_generations.holder = ${nobody})
        returning key`.execute(this.db)
      return new Set(rows.map(({ key }) => key))
    } catch (error) {
      // Written twice is better than not at all.
      this.log('narrative-leases-unavailable', { error: String(error) })
      return new Set(keys)
    }
  }

  /** Gives back what was taken: texts that are there now, and those that nobody could write. One statement; without keys none. */
  async giveBack(stored: readonly string[], failed: readonly string[]): Promise<void> {
    if (stored.length + failed.length === 0) return
    try {
      await sql`
        with kept as (update narrative_generations set holder = ${nobody}, until = now() + ${echoMs}::int * interval '1 millisecond'
          where key = any(${[...stored]}::text[]) and holder = ${this.#holder})
        delete from narrative_generations where (key = any(${[...failed]}::text[]) and holder = ${this.#holder}) or until < now() - interval '1 minute'`.execute(
        this.db,
      )
    } catch (error) {
      this.log('narrative-leases-not-given-back', { error: String(error) })
    }
  }
}
