import { findBoast, isSentence } from './find-boast.js'
import { findInstruction } from './find-instruction.js'
import { findLink } from './find-link.js'
import { findMarkup } from './find-markup.js'
import { bareClaims, findOrderShape } from './find-order-shape.js'
import { isSentenceShape, type NamePlace } from './is-sentence-shape.js'

/** Why a name or a passage is not repeated to listeners. */
export interface Unsayable {
  readonly reason: 'empty' | 'too-long' | 'link' | 'markup' | 'instruction' | 'boast'
  /** The piece that is meant. */
  readonly found: string
}

/** Raised when the rules about names and passages change: texts written before are not served again. */
export const safetyVersion = 3
/** Longer names are no names: they would fill a narrative. */
const longestName = 160
const remembered = 20_000
const known = new Map<string, Unsayable | null>()

function judge(text: string): Unsayable | null {
  if (!/[^\s\p{M}]/u.test(text)) return { reason: 'empty', found: '' }
  const link = findLink(text)
  if (link !== null) return { reason: 'link', found: link }
  const markup = findMarkup(text)
  if (markup !== null) return { reason: 'markup', found: markup }
  const instruction = findInstruction(text)
  return instruction === null ? null : { reason: 'instruction', found: instruction }
}

/**
 * Why a sanitised passage is not repeated: it holds what software makes a link of, markup, or orders to a model; null: it may be said. Answers are
 * remembered, because the same names come with every list.
 */
export function unsayable(text: string): Unsayable | null {
  const answer = known.get(text)
  if (answer !== undefined) return answer
  const judged = judge(text)
  if (known.size >= remembered) known.clear()
  known.set(text, judged)
  return judged
}

function judgeName(name: string, place: NamePlace): Unsayable | null {
  if (name.length > longestName) return { reason: 'too-long', found: `${name.slice(0, 40)}…` }
  const judged = unsayable(name)
  if (judged !== null) return judged
  const shape = findOrderShape(name) ?? (isSentenceShape(name, place) ? name : null)
  return shape === null ? null : { reason: 'instruction', found: shape }
}

function judgeClaim(name: string): Unsayable | null {
  const claim = findBoast(name) ?? bareClaims.map((pattern) => pattern.exec(name)?.[0] ?? null).find((found) => found !== null) ?? null
  return claim === null ? null : { reason: 'boast', found: claim }
}

/** The same for a name in quotation marks, which also has to be short, and of the shape of a name. */
export function unsayableName(name: string): Unsayable | null {
  return judgeName(name, 'title')
}

/** The same for the heading of a part of an episode: it may be a sentence, but claims nothing. */
export function unsayableHeading(name: string): Unsayable | null {
  return judgeName(name, 'heading') ?? judgeClaim(name)
}

/** The same for what stands in a sentence without quotation marks: an artist, a label, a tag. It must not read as a claim of ours. */
export function unsayableBareName(name: string): Unsayable | null {
  return judgeName(name, 'bare') ?? judgeClaim(name)
}

/** The same for a person, who is not called by a sentence. */
export function unsayablePerson(name: string): Unsayable | null {
  return isSentence(name) ? { reason: 'boast', found: name } : unsayableBareName(name)
}
