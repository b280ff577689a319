import { functionWords } from './en/function-words.js'
import { opinionWords } from './en/opinion-words.js'
import { claimWords } from './en/claim-words.js'
import type { IndexedFact } from './fact-index.js'
import type { FactName, NameMention } from './mentions.js'
import type { Token } from './token.js'

/** Artists called "And/Or" or titles called "You" are only meant where they are spelled exactly so. */
function isPlain(keys: readonly string[]): boolean {
  return keys.every((key) => functionWords.has(key) || opinionWords.has(key) || claimWords.has(key) || /^\d+$/u.test(key))
}

/** "The founder of ArchiveBox" is a title; "the founder of ArchiveBox" inside a sentence is somebody. */
function isSentence(name: FactName, token: Token | undefined): boolean {
  return name.role === 'title' && name.keys.length > 2 && /^\p{Lu}\p{Ll}*\s\p{Ll}/u.test(name.form) && token?.capital === false
}

/** "Your muse" is nobody's track called "Muse". */
function isLowered(name: FactName, token: Token | undefined): boolean {
  return ['title', 'release', 'original'].includes(name.role) && name.keys.length === 1 && /^\p{Lu}/u.test(name.form) && token?.capital === false
}

export interface NameTable {
  readonly byFirstKey: ReadonlyMap<string, readonly FactName[]>
  /** Names without a letter, such as "!!!". */
  readonly symbols: readonly FactName[]
}

export function nameTable(facts: readonly IndexedFact[]): NameTable {
  const byFirstKey = new Map<string, FactName[]>()
  const symbols: FactName[] = []
  for (const name of facts.flatMap((fact) => fact.names)) {
    const [first] = name.keys
    if (first === undefined) symbols.push(name)
    else byFirstKey.set(first, [...(byFirstKey.get(first) ?? []), name])
  }
  return { byFirstKey, symbols }
}

/** Index of the last token of `keys` from `from` on; marks between the words of a name do not count. */
function matchKeys(tokens: readonly Token[], from: number, keys: readonly string[]): number | null {
  let index = from
  let last = from
  for (const key of keys) {
    while (tokens[index]?.kind === 'mark' && index > from && !/[.!?;:“”]/u.test(tokens[index]?.text ?? '')) index += 1
    while (tokens[index]?.text === '.' && index > from && tokens[index]?.end === tokens[index + 1]?.start) index += 1
    if (tokens[index]?.kind === 'mark' && index > from && /[!?:.]/u.test(tokens[index]?.text ?? '') && keys.length > 1) index += 1
    const token = tokens[index]
    if (token === undefined || token.kind === 'mark' || token.role !== null || token.key !== key) return null
    last = index
    index += 1
  }
  return last
}

/** The closing marks that belong to the name: `)` of "(msc Remix)", `!` of "Digg It!". */
function withTail(text: string, tokens: readonly Token[], first: number, last: number, form: string): { last: number; exact: boolean } {
  const start = tokens[first]?.start ?? 0
  if (!text.startsWith(form, start)) return { last, exact: false }
  const end = start + form.length
  let tail = last
  while (tokens[tail + 1] !== undefined && (tokens[tail + 1]?.end ?? 0) <= end) tail += 1
  return { last: tail, exact: true }
}

/** "Titles, tagged IDM, is": a plain word at the head that is a subject is a name; "You," is none. */
function isHeading(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  return (tokens[index]?.key.length ?? 0) > 4 && (next?.text === ',' || ['came', 'is', 'was', 'has', 'had', 'holds', 'sits'].includes(next?.key ?? ''))
}

function matchesAt(text: string, tokens: readonly Token[], index: number, table: NameTable): { last: number; names: FactName[] } | null {
  let best: { last: number; names: FactName[] } | null = null
  for (const name of table.byFirstKey.get(tokens[index]?.key ?? '') ?? []) {
    const matched = matchKeys(tokens, index, name.keys)
    if (matched === null) continue
    const { last, exact } = withTail(text, tokens, index, matched, name.form)
    const quoted = exact && /^[“"‘]$/u.test(tokens[index - 1]?.text ?? '')
    if (!exact && (isPlain(name.keys) || isSentence(name, tokens[index]))) continue
    if (name.role === 'chapter' && name.form !== name.value && name.keys.length === 1 && !(tokens[index]?.capital ?? false)) continue
    if (!quoted && isLowered(name, tokens[index])) continue
    const heads = exact && isHeading(tokens, index)
    if (!exact && name.keys.length === 1 && index === 0 && isPlain(name.keys)) continue
    if (!quoted && name.keys.length === 1 && isPlain(name.keys) && !(tokens[index]?.capital ?? false)) continue
    if (!quoted && name.keys.length === 1 && isPlain(name.keys) && index === 0 && !heads) continue
    if (best === null || last > best.last) best = { last, names: [name] }
    else if (last === best.last) best.names.push(name)
  }
  return best
}

/** "episodes about the launch": in lower case the topic is meant, not the show that is called so; "episodes about Ansible" no part of a chapter title. */
function isTag(
  tokens: readonly Token[],
  first: number,
  found: { readonly last: number; readonly names: readonly FactName[] },
  tags: ReadonlySet<string>,
): boolean {
  const words = tokens.slice(first, found.last + 1).filter((token) => token.kind !== 'mark')
  const key = words.map((token) => token.key).join(' ')
  const isTopic = /^(?:about|on)$/u.test(tokens[first - 1]?.key ?? '') && /^episodes?$/u.test(tokens[first - 2]?.key ?? '') && tags.has(key)
  if (isTopic && found.names.every(({ role, form, value }) => role === 'other' || (role === 'chapter' && form !== value))) return true
  return words.every((token) => !token.capital) && (tags.has(key) || tags.has(`${tokens[first - 1]?.key ?? ''} ${key}`))
}

/** Opening marks that belong to the name: `[` of "[neuma]". */
function withHead(text: string, tokens: readonly Token[], first: number, names: readonly FactName[]): number {
  const before = tokens[first - 1]
  const start = tokens[first]?.start ?? 0
  return before?.kind === 'mark' && before.end === start && names.some((name) => name.form.startsWith(before.text) && text.startsWith(name.form, before.start))
    ? first - 1
    : first
}

/** Names of the facts in the sentence, longest first; their tokens are taken. */
export function findNames(text: string, tokens: Token[], table: NameTable, tags: ReadonlySet<string> = new Set()): NameMention[] {
  const mentions: NameMention[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined) continue
    const symbol = table.symbols.filter(
      (name) => text.startsWith(name.form, token.start) && /^(?:$|[\s,.;:’'])/u.test(text.slice(token.start + name.form.length)),
    )
    const found: { last: number; names: FactName[] } | null =
      symbol[0] === undefined
        ? token.kind === 'mark' || token.role !== null
          ? null
          : matchesAt(text, tokens, index, table)
        : { last: tokens.findLastIndex((candidate) => candidate.end <= token.start + (symbol[0]?.form.length ?? 0)), names: symbol }
    if (found === null || isTag(tokens, index, found, tags)) continue
    const factIds = [...new Set(found.names.map((name) => name.factId))]
    const first = withHead(text, tokens, index, found.names)
    const last = first < index && tokens[found.last + 1]?.text === ']' ? found.last + 1 : found.last
    for (const taken of tokens.slice(first, last + 1)) {
      taken.role = 'name'
      taken.factIds = factIds
    }
    mentions.push({ first, last, names: found.names })
    index = last
  }
  return mentions
}
