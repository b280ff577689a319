/** One part of the benchmark: measures something and its control, and prints a table. */
export type Part = (context: {
  /** The sizes of the goals, which take long; else at most a tenth of them. */
  readonly full: boolean
  /** A file of `user item weight`, such as HetRec's, to train on as well; null: none is given. */
  readonly interactions: string | null
  readonly print: (line: string) => void
  /** Progress, on stderr. */
  readonly note: (line: string) => void
}) => Promise<void>

/** By which power of the size the cost grows; '' where there is nothing to compare with. */
export function exponent(cost: number, before: number | undefined, sizes: number): string {
  return before === undefined ? '' : (Math.log(cost / before) / Math.log(sizes)).toFixed(2)
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en')
export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`
