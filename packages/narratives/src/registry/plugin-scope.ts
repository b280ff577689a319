import { AsyncLocalStorage } from 'node:async_hooks'
import type { NarrativePart, NarrativeProvider } from '@linernotes/narrative-sdk'

const scope = new AsyncLocalStorage<string>()

/** Key of the plugin whose code runs, or left behind the timer, the promise or the event that runs; null: it is ours. */
export const runningPlugin = (): string | null => scope.getStore() ?? null

export const runAsPlugin = <Result>(key: string, work: () => Result): Result => scope.run(key, work)

/**
 * The same provider, whatever it offers beside the contract, whose code is known by its plugin wherever it surfaces: an exception in a timer of its own has no caller who
 * could catch it.
 */
export function inScope(key: string, provider: NarrativeProvider): NarrativeProvider {
  // Of an empty object: a frozen one allows no other function in place of its own.
  return new Proxy({} as NarrativeProvider, {
    has: (_target, name) => Reflect.has(provider, name),
    get(_target, name) {
      const value: unknown = Reflect.get(provider, name, provider)
      if (typeof value !== 'function') return value
      return (...values: unknown[]) => {
        const result: unknown = runAsPlugin(key, () => Reflect.apply(value, provider, values))
        return name === 'narrate' ? partsInScope(key, result as AsyncIterable<NarrativePart>) : result
      }
    },
  })
}

/** A generator's body runs in the scope of whoever asks for its next part. */
function partsInScope(key: string, parts: AsyncIterable<NarrativePart>): AsyncIterable<NarrativePart> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = runAsPlugin(key, () => parts[Symbol.asyncIterator]())
      return {
        next: () => runAsPlugin(key, () => iterator.next()),
        ...(typeof iterator.return === 'function' && { return: (value?: unknown) => runAsPlugin(key, () => iterator.return!(value)) }),
      }
    },
  }
}
