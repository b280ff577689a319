// Fresh, migrated databases for tests: in memory, or on DATABASE_URL.
export { createTestDatabase } from './create-test-database.js'
export type { TestDatabase } from './create-test-database.js'
export { withRollback } from './with-rollback.js'
