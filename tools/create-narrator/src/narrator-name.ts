import { UsageError } from './usage-error.js'

/** The key of a plugin, from which everything else is named. */
export function parseName(text: string | undefined): string {
  if (text === undefined) throw new UsageError('Say how it is called: pnpm create-narrator night-owl')
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(text) || text.length > 50)
    throw new UsageError(`A narrator is called in lower case with dashes, such as night-owl, in at most 50 characters; not ${JSON.stringify(text)}`)
  return text
}

/** night-owl: Night owl. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
