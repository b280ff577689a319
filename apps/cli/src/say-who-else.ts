import type { DatabaseHandle } from '@linernotes/database'
import type { CommandContext } from './command-context.js'

/** Says why a command that is done has not ended yet: it lends the database to others, and closing it waits for them. */
export function sayWhoElse({ note }: CommandContext, database: DatabaseHandle): void {
  const others = database.guests()
  if (others > 0) note(`Done. Waiting for ${others === 1 ? 'another command' : `${others} other commands`} on this data directory (Ctrl-C stops both).`)
}
