import { units } from './en/units.js'
import { releaseNouns } from './en/other-words.js'
import { genres } from './en/genres.js'
import { tagKey } from './fact-index.js'
import type { TagMention } from './mentions.js'
import { isWord, type Token } from './token.js'

const gazetteer: readonly string[] = genres.map(tagKey)

export type TagTable = ReadonlyMap<string, readonly (readonly string[])[]>

function addAll(table: Map<string, string[][]>, tags: Iterable<string>): void {
  for (const tag of tags) {
    const keys = tag.split(' ')
    const first = keys[0] ?? ''
    table.set(
      first,
      [...(table.get(first) ?? []), keys].toSorted((left, right) => right.length - left.length),
    )
  }
}

const genreTable = new Map<string, string[][]>()
addAll(genreTable, new Set(gazetteer))

/** The committed genres and the tags of the facts, by first word. */
export function tagTable(tags: readonly string[]): TagTable {
  const extra = [...new Set(tags)].filter((tag) => !(genreTable.get(tag.split(' ')[0] ?? '') ?? []).some((keys) => keys.join(' ') === tag))
  if (extra.length === 0) return genreTable
  const table = new Map(genreTable)
  addAll(table, extra)
  return table
}

/** Genres and tags in the sentence, longest first; their tokens are taken. */
export function findTags(tokens: Token[], table: TagTable): TagMention[] {
  const mentions: TagMention[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined || token.role !== null) continue
    for (const keys of table.get(token.key) ?? []) {
      if ((keys.length === 1 && /^['’]?\d{1,4}s?$/u.test(token.text)) || units.has(keys[0] ?? '')) continue
      if (
        keys.length === 1 &&
        releaseNouns.has(token.key) &&
        tokens[index - 1]?.role !== 'tag' &&
        !['tagged', 'and', ','].includes(tokens[index - 1]?.key ?? '')
      )
        continue
      const positions: number[] = []
      for (let at = index; at < tokens.length && positions.length < keys.length; at += 1) {
        const candidate = tokens[at]
        if (isWord(candidate) && candidate.role === null && candidate.key === keys[positions.length]) positions.push(at)
        else if (!(candidate?.kind === 'mark' && /^[-/.+_]$/u.test(candidate.text) && (candidate.text !== '.' || candidate.end === tokens[at + 1]?.start)))
          break
      }
      if (positions.length < keys.length) continue
      const last = positions.at(-1) ?? index
      for (const taken of tokens.slice(index, last + 1)) taken.role = 'tag'
      mentions.push({ first: index, last, tag: keys.join(' ') })
      index = last
      break
    }
  }
  return mentions
}
