import type { ItemKind } from '@linernotes/narrative-sdk'

/** What a slot says: `initial` instead of `text` where it opens a sentence. A name is never changed, not even to a capital letter. */
export interface Wording {
  readonly text: string
  readonly initial: string
}

export type Noun = 'play' | 'track' | 'listener' | 'person' | 'artist' | 'episode' | 'release' | 'year'

/** What phrase data cannot say in a language: numbers, plurals, articles, dates, durations. One file per language. */
export interface LanguageRules {
  count(value: number): Wording
  counted(value: number, noun: Noun): Wording
  /** Of a name in between: '31 aaahh records tracks'. */
  countedWith(value: number, name: string, noun: Noun): Wording
  times(value: number): Wording
  ordinal(value: number): Wording
  fewerThan(value: number): Wording
  /** 'at least forty people': what is counted in tens. */
  atLeast(value: number, noun: Noun): Wording
  /** 'four of five'. */
  share(part: number, whole: number): Wording
  /** 'all five', of things that the sentence itself says were played. */
  whole(value: number): Wording
  /** From 2018-03; null where it is no month. */
  month(month: string): Wording | null
  /** From 2018-03-09, or the month or year alone where that is all there is. */
  date(date: string): Wording | null
  /** 'in 2016'; null is all the time that is on record here. */
  span(year: number | null): Wording
  duration(milliseconds: number): Wording
  shortDuration(milliseconds: number): Wording
  clock(milliseconds: number): Wording
  list(names: readonly string[]): string
  /** A tag inside a sentence: 'downtempo', 'IDM'; null for those that are not ours to say. */
  tag(tag: string): Wording | null
  /** The same for tags that can stand alone ('No chiptune'); null for those that only describe ('live'). */
  genre(tag: string): Wording | null
  /** 'jazz releases', 'releases tagged live'; null where the tag is not ours to say. */
  taggedReleases(tag: string): Wording | null
  /** What an episode is about, as people write it; `texts` are about the same episode. */
  topic(topic: string, texts: readonly string[]): Wording
  /** 'instrumental, experimental jazz release'; the focus is the tag that has to be in it. */
  taggedRelease(tags: readonly string[], focus: string | null): Wording | null
  withArticle(wording: Wording): Wording
}

/** One sentence or several, with slots: `{plays.artist}`, `{a:tags.release}` with its article, `{+plays}` to rest on a fact without a word of it. */
export type Phrase = string | readonly string[]

export interface PhrasePool {
  /** 'lead' states a reason, 'detail' a fact of the catalogue, 'closing' hands over to the music, 'last-word' is for when nothing is known. */
  readonly role: 'lead' | 'detail' | 'closing' | 'last-word'
  /** A lead is for reasons that rest on a fact of this slot family. */
  readonly about: string | null
  readonly kinds: readonly ItemKind[]
  readonly phrases: readonly Phrase[]
  /** For long lists, where all of these were heard: as true, and stiffer. */
  readonly reserve?: readonly Phrase[]
}

export interface Language {
  /** Changes with every change of the rules; what the phrases add to the cache key is taken from them. */
  readonly version: string
  readonly rules: LanguageRules
  readonly pools: readonly PhrasePool[]
}
