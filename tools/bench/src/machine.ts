import { cpus, totalmem } from 'node:os'

/** What the figures were measured on, and when. */
export function machine(date: Date): string {
  const processors = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return `${date.toISOString().slice(0, 10)} · Node ${process.version} · ${process.platform} ${process.arch} · ${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'} · ${gigabytes} GB`
}
