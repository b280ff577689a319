import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** Says that a server is there, for so many milliseconds from now on; null: until it is said to be gone. The clock is the database's: those of servers differ. */
export async function announce(db: Kysely<Database>, server: string, milliseconds: number | null): Promise<void> {
  const until = milliseconds === null ? sql`'infinity'::timestamptz` : sql`clock_timestamp() + ${milliseconds}::int * interval '1 millisecond'`
  await sql`insert into dj_servers (id, alive_until) values (${server}, ${until}) on conflict (id) do update set alive_until = excluded.alive_until`.execute(db)
}

/** A server goes, and what it held is free at once; null: every other one that was ever there, as where a database belongs to one server alone. */
export async function dismiss(db: Kysely<Database>, server: string | null): Promise<void> {
  if (server === null) await sql`delete from dj_servers`.execute(db)
  else await sql`delete from dj_servers where id = ${server}`.execute(db)
}

/** Servers that have been gone for a day are forgotten. */
export async function forgetGone(db: Kysely<Database>): Promise<void> {
  await sql`delete from dj_servers where alive_until < clock_timestamp() - interval '1 day'`.execute(db)
}

const isFree = sql`(holder is null or not exists (select from dj_servers where dj_servers.id = holder and alive_until > clock_timestamp()))`

/** Takes every session that goes on by itself and that nobody holds; their ids. Of two servers that ask at once, each session goes to one. */
export async function takeFree(db: Kysely<Database>, server: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`update dj_sessions set holder = ${server} where state = 'live' and ${isFree} returning id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Which of them somebody else holds by now. */
export async function takenFrom(db: Kysely<Database>, server: string, sessionIds: readonly string[]): Promise<readonly string[]> {
  if (sessionIds.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`select id from dj_sessions where id in (${sql.join([...sessionIds])}) and holder is distinct from ${server}`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Takes one session: where nobody else holds it, or `byForce`, as when it is steered. Whoever held it finds out with its next write, which changes nothing.
 * false: somebody else has it, it has ended, or there is none.
 */
export async function take(db: Kysely<Database>, server: string, sessionId: string, byForce: boolean): Promise<boolean> {
  const mine = byForce ? sql`true` : sql`(holder = ${server} or ${isFree})`
  const { rows } = await sql`update dj_sessions set holder = ${server} where id = ${sessionId} and state <> 'ended' and ${mine} returning id`.execute(db)
  return rows.length > 0
}
