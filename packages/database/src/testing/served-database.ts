import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { migrateToLatest } from '../migrate.js'
import { openServed } from '../served/open-served.js'
import type { TestDatabase } from './create-test-database.js'

/** A database of its own on that server, so that no other table is ever touched. */
export async function createServedDatabase(url: string): Promise<TestDatabase> {
  const name = `linernotes_test_${randomBytes(8).toString('hex')}`
  const own = new URL(url)
  own.pathname = `/${name}`
  await administer(url, `create database ${name}`)
  const db = await openServed(own.href)
  await migrateToLatest(db)
  return {
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await administer(url, `drop database if exists ${name} with (force)`)
    },
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const db = await openServed(url)
  try {
    await sql.raw(statement).execute(db)
  } finally {
    await db.destroy()
  }
}
