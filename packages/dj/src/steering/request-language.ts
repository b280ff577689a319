import type { Cue } from './mention.js'
import type { Pattern } from './pattern.js'
import type { SteerOperation } from './steer-operation.js'

/** What a language has to say about requests: data, and how operations are said back. A second one is a folder beside `en/`. */
export interface RequestLanguage {
  /** Tried together, the longest of a place counts. `now` is the present year. */
  patterns(now: number): readonly Pattern[]
  /** Tried on what nothing else explains. */
  readonly beyond: readonly Pattern[]
  readonly cues: readonly (readonly [words: string, cue: Cue])[]
  readonly fillers: ReadonlySet<string>
  /** Words that are no names, and are said back where nothing makes a wish of them. */
  readonly faint: ReadonlySet<string>
  /** What a word that nothing explains may be a misspelling of. */
  readonly ordinary: readonly string[]
  /** By folded words: folded tags, the first that the catalogue has counts. */
  readonly tagSynonyms: Readonly<Record<string, readonly string[]>>
  /** Words that ask for music which nobody sings to, as a pattern, and the folded tag for it. */
  readonly voiceless: { readonly words: string; readonly tag: string }
  /** How people write in a hurry: a word, and the word that it stands for. */
  readonly shorthand: Readonly<Record<string, string>>
  /** Said with a wish, and no part of it: a title beside nothing but these is a wish of its own. */
  readonly courtesies: ReadonlySet<string>
  /** What says that the word before it is a title. */
  readonly works: ReadonlySet<string>
  /** Between a work and whoever made it. */
  readonly maker: string
  /** Before a word they say that it is one of many, and no title. */
  readonly articles: ReadonlySet<string>
  /** What one does with a piece and with nothing else. */
  readonly titleVerbs: ReadonlySet<string>
  /** Whether words ask for a change, and not for how things should be: ruled out ("not slower"), they leave things as they are. */
  isChange(words: string): boolean
  /** Words that end what was ruled out or wished for: "no jazz but rock". */
  readonly turns: ReadonlySet<string>
  say(operation: SteerOperation, names: ReadonlyMap<string, string>): string
  readonly refusals: Refusals
}

/** One line each, for the listener. `what` has been cleaned, and is never longer than a line. */
export interface Refusals {
  unknownWords(what: string): string
  notInCatalogue(what: string): string
  noEpisodeAbout(what: string): string
  readonly nothingPlays: string
  readonly ageUnknown: string
  /** A change that is not to be. */
  readonly staysSo: string
  /** Spoken of, and neither wished for nor ruled out. */
  noWish(what: string): string
  readonly yearsInside: string
  readonly longEpisode: string
  readonly nothingHeard: string
  readonly nothingLike: string
  tooLong(most: number): string
  took(asked: string, name: string): string
  /** A word that nothing is chosen by. */
  notWeighed(what: string): string
  oneOf(name: string, others: number): string
  againstItself(what: string): string
}
