import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { cleanLine } from '../clean-line.js'

/** Who or what a statement is about, and its verb: words that the model finds itself. What the listener did first is not what they did. */
const subjects: readonly RegExp[] = [/^You (?=first )/u, /^You (?:played|finished) /u, /^Your /u]

/**
 * What a fact says, in one piece: its statement without its subject. Names and numbers that belong together cannot come apart, and none is said twice:
 * "C-Doc 212 times in 2016", "from the release “Weather”, 2012".
 */
export function unitOf({ statement, values }: NarrativeFact): string {
  const line = cleanLine(statement).replaceAll('«', '“').replaceAll('»', '”').replace(/\.$/u, '')
  const named = [values['title'], values['release']].filter((name) => typeof name === 'string').map((name) => cleanLine(name))
  const about = named.flatMap((name) => [`“${name}” is `, `“${name}” was `, `The release “${name}” is `, `The release “${name}” `])
  const subject = about.find((start) => line.startsWith(start)) ?? subjects.map((pattern) => pattern.exec(line)?.[0]).find((start) => start !== undefined) ?? ''
  return line.slice(subject.length)
}
