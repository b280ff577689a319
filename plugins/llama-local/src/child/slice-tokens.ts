const gigabyte = 2 ** 30

/**
 * Tokens evaluated between two looks at the signal: 100 to 300 ms of one core at 170 tokens a second for 135 million parameters and
 * 70 for a billion. Small slices cost nothing where prompts are bound by arithmetic. Depends on the file only, so that the same prompt
 * is always cut alike.
 */
export function sliceTokensOf(modelBytes: number): number {
  return modelBytes < gigabyte ? 32 : 16
}
