// A process of its own that opens a data directory and says what it does, one line of JSON each.
import { sql } from 'kysely'
import { openDatabase } from '../open-database.js'

const [dataDirectory = '', mode = 'own', act = 'wait'] = process.argv.slice(2)

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

try {
  const { db, owned } = await openDatabase({ dataDirectory, mode: mode === 'own' ? 'own' : 'share' })
  say({ owned })
  if (act === 'write') {
    await sql`create table if not exists acknowledged (n int primary key)`.execute(db)
    for (let n = 1; ; n += 1) {
      await sql`insert into acknowledged values (${n})`.execute(db)
      say({ written: n })
    }
  }
  if (act === 'transaction') {
    const transaction = await db.startTransaction().execute()
    await transaction.updateTable('data_version').set({ catalog: 99 }).execute()
    say({ open: true })
  }
  setInterval(() => {}, 1_000)
} catch (error) {
  say({ failed: error instanceof Error && 'code' in error ? error.code : String(error) })
}
