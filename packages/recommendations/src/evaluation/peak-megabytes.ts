import { readFileSync } from 'node:fs'

/**
 * Most memory that was resident in this process at once; 1 is 1,000,000 bytes. Linux hands a child process the maximum of the one that started it
 * (getrusage), but counts the high-water mark of its pages (VmHWM) anew.
 */
export function peakMegabytes(): number {
  const kibibytes = process.platform === 'linux' ? readHighWaterMark() : process.resourceUsage().maxRSS
  return (kibibytes * 1024) / 1_000_000
}

function readHighWaterMark(): number {
  const [, mark] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return mark === undefined ? process.resourceUsage().maxRSS : Number(mark)
}
