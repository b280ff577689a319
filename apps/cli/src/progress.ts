import { Presets, SingleBar } from 'cli-progress'

export interface Progress extends Disposable {
  update(event: { readonly done: number; readonly total: number | null; readonly unit: string }): void
}

const silent: Progress = { update: () => {}, [Symbol.dispose]: () => {} }

/** A bar on stderr where somebody looks at it, else nothing. */
export function openProgress(title: string, stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return silent
  const bar = new SingleBar(
    { stream, clearOnComplete: true, hideCursor: true, format: `${title} {bar} {percentage}% · {done} of {all}{eta}`, etaBuffer: 50 },
    Presets.shades_classic,
  )
  const started = performance.now()
  let open = false
  return {
    update({ done, total, unit }) {
      const known = total ?? done
      const words = {
        done: sayAmount(done, unit),
        all: total === null ? '?' : sayAmount(total, unit),
        eta: pace(performance.now() - started, done, total, unit),
      }
      if (open) bar.setTotal(known)
      else bar.start(known, done, words)
      open = true
      bar.update(done, words)
    },
    [Symbol.dispose]() {
      if (open) bar.stop()
    },
  }
}

/** An amount in words: 1.5 MB, 12,000 rows. */
export function sayAmount(value: number, unit: string): string {
  return unit === 'bytes' ? `${(value / 1_000_000).toFixed(1)} MB` : `${value.toLocaleString('en')} ${unit}`
}

function pace(elapsedMs: number, done: number, total: number | null, unit: string): string {
  if (done === 0 || elapsedMs < 1_000) return ''
  const perSecond = done / (elapsedMs / 1_000)
  const rate = ` · ${sayAmount(perSecond < 10 ? Number(perSecond.toFixed(1)) : Math.round(perSecond), unit)}/s`
  return total === null ? rate : `${rate} · ${Math.ceil((total - done) / perSecond)} s left`
}
