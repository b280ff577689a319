import { DatabaseError } from '../database-error.js'

const remedies = new Map([
  ['ECONNREFUSED', 'Nothing listens there: start PostgreSQL, or unset DATABASE_URL to use the embedded database.'],
  ['ENOENT', 'Nothing listens there: start PostgreSQL, or unset DATABASE_URL to use the embedded database.'],
  ['ENOTFOUND', 'The host name is unknown: correct the host in DATABASE_URL.'],
  ['EAI_AGAIN', 'The host name cannot be looked up: check the network, or the host in DATABASE_URL.'],
  ['28P01', 'The server refuses the password: correct the user or password in DATABASE_URL.'],
  ['28000', 'The server refuses this user: correct the user in DATABASE_URL, or the server’s pg_hba.conf.'],
  ['3D000', 'The database does not exist there: create it (createdb), or correct the name in DATABASE_URL.'],
  ['53300', 'The server has no connection left: raise max_connections, or stop another client.'],
])
const fallback = 'Check DATABASE_URL and the server’s log.'

/** Says in one line which server did not answer, why, and what to do; without the password. */
export function explainUnreachable(url: string, cause: unknown): DatabaseError {
  const address = readAddress(url)
  if (address === null) {
    // The cause would quote the whole URL, and with it the password.
    return new DatabaseError('DATABASE_UNREACHABLE', 'DATABASE_URL is no PostgreSQL address. Write it as postgres://user:password@host:5432/database.')
  }
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const remedy = remedies.get(code) ?? fallback
  const reason = code || (cause instanceof Error ? cause.message : 'no answer')
  return new DatabaseError('DATABASE_UNREACHABLE', `PostgreSQL at ${address} did not answer (${reason}). ${remedy}`, { cause })
}

function readAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  return protocol === 'postgres:' || protocol === 'postgresql:' ? `${host}${pathname}` : null
}
