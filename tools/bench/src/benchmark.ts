/** One benchmark: measures something and its control in turns, and prints a table. */
export type Benchmark = (context: {
  readonly print: (line: string) => void
  /** Progress, on stderr. */
  readonly note: (line: string) => void
  /** PostgreSQL server to measure as well. */
  readonly databaseUrl: string | undefined
}) => Promise<void>
