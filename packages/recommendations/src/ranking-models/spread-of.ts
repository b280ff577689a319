/** The standard deviation of scores over all items; 1 where all are equal, so that dividing by it is harmless. */
export function spreadOf(scores: Float64Array): number {
  let sum = 0
  let squares = 0
  for (const score of scores) sum += score
  const mean = sum / scores.length
  for (const score of scores) squares += (score - mean) ** 2
  const spread = Math.sqrt(squares / scores.length)
  return spread > 1e-12 ? spread : 1
}
