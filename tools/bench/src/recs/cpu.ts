/** Milliseconds of processor that this thread takes for `act`: what others do on the machine meanwhile does not count. */
export function cpuOf(act: () => unknown): number {
  const before = process.threadCpuUsage()
  act()
  return since(before)
}

/** The same for work in turns, with nothing else in between on this thread. */
export async function cpuOfTurns(act: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage()
  await act()
  return since(before)
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
