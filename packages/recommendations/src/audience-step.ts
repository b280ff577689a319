/** Between ten and a hundred, each about a fifth to a third above the one before. */
const STEPS = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80]

/**
 * A count of listeners as far as it may show in numbers that anybody can ask for: the step below it, 0 below ten. One listener more or less is then seen at few counts
 * instead of at each, and two counts cannot be subtracted to find one listener (differencing: Dinur and Nissim, PODS 2003).
 */
export function audienceStep(listeners: number): number {
  if (listeners < STEPS[0]!) return 0
  const scale = 10 ** (Math.floor(Math.log10(listeners) + 1e-9) - 1)
  return STEPS.findLast((step) => step * scale <= listeners)! * scale
}
