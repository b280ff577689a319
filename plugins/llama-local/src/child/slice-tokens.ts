const megabyte = 2 ** 20

/**
 * Tokens evaluated between two looks at the signal, 100 to 300 ms of one core at 280 to 470 tokens a second for 135 million
 * parameters and 70 for a billion. Depends on the file only, so that the same prompt is always cut alike.
 */
export function sliceTokensOf(modelBytes: number): number {
  if (modelBytes < 160 * megabyte) return 64
  return modelBytes < 1024 * megabyte ? 32 : 16
}
