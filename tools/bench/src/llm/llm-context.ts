/** What each part of the benchmark is given. */
export interface LlmContext {
  readonly modelPath: string
  readonly threads: number
  readonly rounds: number
  /** An empty folder. */
  readonly directory: string
  /** Progress, on stderr. */
  readonly note: (line: string) => void
}
