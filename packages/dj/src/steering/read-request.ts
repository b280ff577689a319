import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { findNameMentions, nearestName, typedOf } from './find-name-mentions.js'
import { everyIndex, findPatternMentions } from './find-pattern-mentions.js'
import { inPassing, type InPassing } from './in-passing.js'
import { findTagMentions, nearestTag } from './find-tag-mentions.js'
import { pattern } from './pattern.js'
import type { Cue, Mention } from './mention.js'
import { rangeAt, type RequestWords, type WordRange } from './read-words.js'
import type { RequestLanguage } from './request-language.js'
import { respell } from './respell.js'
import { spellOut } from './spell-out.js'
import { readTagVocabulary, tagOf } from './tag-vocabulary.js'
import { withoutMakers } from './without-makers.js'

/** A request in its order: what is wished, of what, and which words nothing explains. */
export type RequestPart =
  | ({ readonly type: 'mention'; readonly asked: string; readonly isGuessed: boolean; readonly inPassing: InPassing } & Mention)
  | ({ readonly type: 'cue'; readonly cue: Cue } & WordRange)
  | ({ readonly type: 'unknown'; readonly asked: string; readonly isQuoted: boolean; readonly isFaint: boolean } & WordRange)
  | ({ readonly type: 'turn' } & WordRange)
  | { readonly type: 'break'; readonly from: number; readonly to: number }

export interface ReadRequest {
  readonly parts: readonly RequestPart[]
  /** Words that were taken for others, as typed and as taken. */
  readonly respelt: readonly (readonly [typed: string, taken: string])[]
}

/** Explains as many words as it can: patterns, then tags, then names of the catalogue, then what is beyond us, then misspellings. */
export async function readRequest(db: Kysely<Database>, typed: RequestWords, language: RequestLanguage, now: number): Promise<ReadRequest> {
  const tags = await readTagVocabulary(db)
  const ordinary = new Set(language.ordinary)
  const request = spellOut(typed, language.shorthand, (word) => language.fillers.has(word) || ordinary.has(word) || tags.has(word))
  const { words, quoted } = request
  const isFaint = (index: number): boolean => language.faint.has(words[index]!.key)
  const isQuoted = (index: number): boolean => isIn(quoted, index)
  const isFiller = (index: number): boolean => language.fillers.has(words[index]!.key) || isFaint(index)
  const instrumental = tagOf(language.voiceless.tag, tags, {})
  const voiceless = instrumental === null ? [] : [pattern(language.voiceless.words, { type: 'tag', ...instrumental })]
  let mentions: readonly Mention[] = findPatternMentions(
    request,
    [...voiceless, ...language.patterns(new Date(now).getUTCFullYear())],
    (index) => !isQuoted(index),
  )
  mentions = [...mentions, ...findTagMentions(request, tags, language.tagSynonyms, (index) => !isIn(mentions, index) && !isQuoted(index), isFiller)]
  const cues = cuesIn(request, language, (index) => !isIn(mentions, index) && !isQuoted(index))
  const isUnexplained = (index: number): boolean => !isIn(mentions, index) && (isQuoted(index) || (!isIn(cues, index) && !isFiller(index)))
  const found = await findNameMentions(db, request, (index) => isUnexplained(index) || isCapital(words, index))
  const isUnknown = (index: number): boolean => isUnexplained(index) && !isIn(found, index)
  // A question about somebody does not ask to play them.
  const isAskedAbout = (name: WordRange): boolean =>
    mentions.some(({ sense, from, to }) => sense.type === 'beyond' && from <= name.from && to >= name.to && to - from > name.to - name.from)
  // "Taylor Swift" is nobody who is called Swift.
  const names = found.filter(
    (name) => !isAskedAbout(name) && !isPartOfName(request, name, isUnknown) && !isSurname(request, name, (index) => isUnknown(index) && !isQuoted(index)),
  )
  // "Daft Punk" is nothing tagged Punk.
  mentions = mentions.filter((mention) => mention.sense.type !== 'tag' || !isPartOfName(request, mention, isUnknown))
  // "K-pop" is no pop.
  mentions = mentions.filter(({ sense, from }) => sense.type !== 'tag' || !words[from]!.isJoined || !isUnknown(from - 1))
  // A longer name has the words of what stands inside it.
  mentions = [...mentions.filter((mention) => !names.some((name) => name.from < mention.to && mention.from < name.to)), ...names]
  const beyond = findPatternMentions(request, language.beyond, (index) => !isIn(mentions, index) && !isQuoted(index))
  mentions = [...mentions, ...beyond.filter((mention) => !everyIndex(mention, (index) => isFiller(index) || isIn(cues, index)))]
  let parts: RequestPart[] = mentions.map((mention) => ({
    ...mention,
    type: 'mention',
    asked: typedOf(request, mention),
    isGuessed: false,
    inPassing: inPassing(request, mention, language),
  }))
  parts.push(...cues.filter((cue) => everyIndex(cue, (index) => !isIn(mentions, index))).map((cue) => ({ ...cue, type: 'cue' as const })))
  const respelt = respell(request, (index) => isUnexplained(index) && !isQuoted(index) && !isIn(mentions, index), language.ordinary)
  if (respelt !== null) {
    const again = await readRequest(db, respelt.request, language, now)
    return { parts: again.parts, respelt: [...respelt.words, ...again.respelt] }
  }
  for (const run of openRuns(request, (index) => !isIn(mentions, index) && !isIn(cues, index), isFiller, isQuoted)) {
    const asked = typedOf(request, run)
    const key = words
      .slice(run.from, run.to)
      .map((word) => word.key)
      .join(' ')
    const tag = nearestTag(key, tags)
    const longer = await nearestLongerName(db, request, run, mentions)
    if (longer !== null) {
      mentions = mentions.filter(({ from, to }) => to <= longer.from || from >= longer.to)
      parts = parts.filter((part) => part.to <= longer.from || part.from >= longer.to)
      parts.push({ ...longer, type: 'mention', asked: typedOf(request, longer), isGuessed: true, inPassing: 'never' })
      continue
    }
    const sense = (await nearestName(db, asked)) ?? (tag === null ? null : { type: 'tag' as const, ...tag })
    if (sense === null) parts.push({ ...run, type: 'unknown', asked, isQuoted: isQuoted(run.from), isFaint: false })
    else parts.push({ ...run, type: 'mention', sense, asked, isGuessed: true, inPassing: 'never' })
  }
  parts = withoutMakers(request, parts, language.maker)
  for (const word of wordsThat(request, (index) => isFaint(index) && !isIn(parts, index)))
    parts.push({ ...word, type: 'unknown', asked: typedOf(request, word), isQuoted: false, isFaint: true })
  for (const [index, word] of words.entries()) {
    if (word.breakBefore) parts.push({ type: 'break', from: index, to: index })
    if (language.turns.has(word.key) && !isIn(mentions, index) && !isIn(cues, index)) parts.push({ type: 'turn', from: index, to: index + 1 })
  }
  return { parts: parts.toSorted((a, b) => a.from - b.from || a.to - b.to), respelt: [] }
}

const isIn = (ranges: readonly WordRange[], index: number): boolean => ranges.some(({ from, to }) => index >= from && index < to)

/** An ordinary word in capitals inside a sentence is part of a name: "in the vein of And/Or". Whoever writes all in capitals says nothing by it. */
function isCapital(words: RequestWords['words'], index: number): boolean {
  const word = words[index]!
  return index > 0 && !word.breakBefore && word.typed.length > 1 && /^\p{Lu}/u.test(word.typed) && words.some(({ typed }) => /^\p{Ll}/u.test(typed))
}

type CueRange = WordRange & { readonly cue: Cue }

function cuesIn(request: RequestWords, { cues }: RequestLanguage, isFree: (index: number) => boolean): readonly CueRange[] {
  const found: CueRange[] = []
  for (const [expression, cue] of cues)
    for (const match of request.text.matchAll(new RegExp(`(?<= )(?:${expression})(?= )`, 'gu'))) {
      const range = rangeAt(request, match.index, match.index + match[0].length)
      if (everyIndex(range, isFree) && !found.some(({ from, to }) => range.from < to && from < range.to)) found.push({ ...range, cue })
    }
  return found
}

/** A tag or a name beside a word that nothing explains, both in capitals: "Daft Punk". */
function isPartOfName(request: RequestWords, { from, to }: WordRange, isUnknown: (index: number) => boolean): boolean {
  const { words } = request
  const isNamed = (index: number): boolean => isCapital(words, index) && isUnknown(index)
  if (!isCapital(words, from)) return false
  return (from > 0 && !words[from]!.breakBefore && isNamed(from - 1)) || (to < words.length && !words[to]!.breakBefore && isNamed(to))
}

/** A name of one word right after a word that nothing explains. */
function isSurname({ words }: RequestWords, { from, to }: WordRange, isUnknown: (index: number) => boolean): boolean {
  return to - from === 1 && from > 0 && !words[from]!.breakBefore && isUnknown(from - 1)
}

/** Words that nothing explains may be the rest of a name that begins, or ends, with a genre: "dub foundaton". */
async function nearestLongerName(
  db: Kysely<Database>,
  request: RequestWords,
  run: WordRange,
  mentions: readonly Mention[],
): Promise<(WordRange & { readonly sense: Mention['sense'] }) | null> {
  const beside = mentions.filter(({ sense, from, to }) => sense.type === 'tag' && (to === run.from || from === run.to))
  for (const { from, to } of beside) {
    const whole = { from: Math.min(from, run.from), to: Math.max(to, run.to) }
    if (request.words.slice(whole.from + 1, whole.to).some(({ breakBefore }) => breakBefore)) continue
    const sense = await nearestName(db, typedOf(request, whole))
    if (sense !== null) return { ...whole, sense }
  }
  return null
}

/** Each word by itself. */
const wordsThat = ({ words }: RequestWords, isWanted: (index: number) => boolean): readonly WordRange[] =>
  words.flatMap((_, from) => (isWanted(from) ? [{ from, to: from + 1 }] : []))

/** Words in a row that nothing explains, without the fillers around them. */
function openRuns(
  request: RequestWords,
  isFree: (index: number) => boolean,
  isFiller: (index: number) => boolean,
  isQuoted: (index: number) => boolean,
): readonly WordRange[] {
  const runs: { from: number; to: number }[] = []
  for (const [index, { breakBefore }] of request.words.entries()) {
    if (!isFree(index) || (isFiller(index) && !isQuoted(index))) continue
    const last = runs.at(-1)
    const joins =
      last !== undefined &&
      !breakBefore &&
      everyIndex({ from: last.to, to: index }, (between) => isFree(between) && !request.words[between]!.breakBefore) &&
      index - last.to < 2
    if (joins) last.to = index + 1
    else runs.push({ from: index, to: index + 1 })
  }
  return runs
}
