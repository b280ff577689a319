import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { genres } from './en/genres.js'
import { months } from './en/other-words.js'
import { functionWords } from './en/function-words.js'
import type { FactName, NameRole } from './mentions.js'
import { isWord, tokenize } from './token.js'

const genreKeys = new Set(genres)
const roles: Readonly<Record<string, NameRole>> = {
  artist: 'artist',
  originalArtist: 'original-artist',
  target: 'target',
  anchor: 'anchor',
  name: 'person',
  speaker: 'person',
  title: 'title',
  otherTitle: 'title',
  otherArtist: 'artist',
  original: 'original',
  release: 'release',
  label: 'label',
  show: 'show',
  country: 'country',
}
/** Values that are words or quotations, not names. */
const notNames = new Set(['quote', 'relation', 'month', 'date', 'tag', 'tags', 'topic', 'genre'])

/** "Mondeo (msc Remix)" is also "Mondeo" and "msc Remix"; the remixer is "msc". */
function titleForms(title: string): string[] {
  const format = /^(?<whole>.+\S)\s+[([](?:LP|EP|Single|Album|Compilation|Vinyl|Digital)[)\]]$/iu.exec(title)?.groups?.['whole']
  if (format !== undefined) return [title, ...titleForms(format)]
  const main = /^(?<head>\S+ [^:]{4,}): \S/u.exec(title)?.groups?.['head']
  if (main !== undefined) return [title, main]
  const parts = /^(?<head>[^([]+)[([](?<inside>[^)\]]+)[)\]]\s*$/u.exec(title)?.groups
  if (parts === undefined) return [title]
  const inside = parts['inside'] ?? ''
  return [title, parts['head'] ?? '', inside]
}

const versionWord = String.raw`(?:re-?mix|mix|edit|version|rework|dub|cover|bootleg|vip)(?:ed)?\b.*$`

/** "Nomis Yor" of "Black Love (Nomis Yor's Feed Your Addiction Remix)", "Sascha Muller" and "Sascha Muller Emotional" of "(Sascha Muller Emotional Remix)". */
function remixerForms(title: string): string[] {
  const inside = /[([](?<inside>[^)\]]+)[)\]]\s*$/u.exec(title)?.groups?.['inside'] ?? ''
  const owner = new RegExp(String.raw`^(?<who>.+?)['’]s\s+.*${versionWord}`, 'iu').exec(inside)?.groups?.['who']
  if (owner !== undefined) return [owner]
  const words = new RegExp(String.raw`^(?<who>.+?)\s+${versionWord}`, 'iu').exec(inside)?.groups?.['who']?.split(' ') ?? []
  return words.length < 3 ? [words.join(' ')] : words.slice(1).map((_, index) => words.slice(0, index + 2).join(' '))
}

function artistForms(credit: string): string[] {
  const parts = credit.split(/\s+(?:feat\.?|ft\.?|featuring|with|vs\.?|x|&|and|presents)\s+|,\s+/iu)
  return parts.length > 1 ? [credit, ...parts] : [credit, ...familyName(credit)]
}

/** "Stolpmann" of "Bjoern Stolpmann": somebody with a first and a last name, as far as two capitalised words tell. */
function familyName(credit: string): string[] {
  const last = /^\p{Lu}[\p{Ll}’'-]+ (?:\p{Lu}\. )?(?<last>\p{Lu}[\p{Ll}’'-]{3,})$/u.exec(credit)?.groups?.['last']
  return last === undefined || functionWords.has(last.toLowerCase()) || genreKeys.has(last.toLowerCase()) ? [] : [last]
}

function personForms(name: string): string[] {
  const parts = name.split(' ')
  return parts.length === 2 ? [name, ...parts] : [name]
}

function formsOf(role: NameRole, value: string): string[] {
  const forms =
    role === 'artist' || role === 'original-artist'
      ? artistForms(value)
      : role === 'person'
        ? personForms(value)
        : role === 'title' || role === 'release' || role === 'original'
          ? titleForms(value)
          : [value]
  const withoutArticle = forms.flatMap((form) => (/^the\s\P{Ll}/iu.test(form) && !/^the\s\p{Ll}/u.test(form.replace(/^T/u, 't')) ? [form.slice(4)] : []))
  return [...new Set([...forms, ...withoutArticle].map((form) => form.trim()).filter((form) => form !== ''))]
}

function nameOf(factId: string, role: NameRole, value: string, form: string): FactName {
  return {
    factId,
    role,
    value,
    form,
    keys: tokenize(form)
      .filter(isWord)
      .map((token) => token.key),
  }
}

/** Runs of capitalised words in a statement or description: "ArchiveBox" in "Nick Sweeting, founder of ArchiveBox, is the guest". */
function capitalisedRuns(text: string, firstMayBeName: boolean, withNumbers = false): string[] {
  const runs: string[] = []
  let run: { start: number; end: number } | null = null
  const tokens = tokenize(text)
  const flush = (): void => {
    const found = run === null ? '' : text.slice((run as { start: number }).start, (run as { end: number }).end)
    // "Carl" of "Carl's Cosmic Christmas", "LinuxCon" of "LinuxCon 2015".
    const [, owner] = /^(\S+)['’ʼ]s\s/u.exec(found) ?? []
    const [, undated] = /^(.+\S)\s+(?:19|20)\d{2}$/u.exec(found) ?? []
    runs.push(...[found, owner ?? '', undated ?? ''].filter((form) => form !== ''))
    run = null
  }
  for (const [index, token] of tokens.entries()) {
    if (
      token.kind === 'word' &&
      token.capital &&
      (!functionWords.has(token.key) || (run !== null && token.key === 'one')) &&
      !months.has(token.key) &&
      (firstMayBeName || index > 0 || /\p{Lu}.*\p{Lu}/u.test(token.text))
    ) {
      run = {
        start: run === null ? token.start : (run as { start: number }).start,
        end: token.possessive && /['’ʼ]s$/iu.test(token.text) ? token.end - 2 : token.end,
      }
    } else if (withNumbers && run !== null && token.kind === 'number') run = { start: (run as { start: number }).start, end: token.end }
    else if (!(run !== null && token.text === '-')) flush()
  }
  flush()
  return runs
}

/** The statement without the names that the values hold: "Love" is no name because a release is called "Remix Is Love". */
function withoutValues(fact: NarrativeFact): string {
  const values = [...Object.values(fact.values).flatMap((value) => (typeof value === 'string' || Array.isArray(value) ? value : [])), fact.subject].filter(
    (value) => value.trim() !== '',
  )
  return values.toSorted((left, right) => right.length - left.length).reduce((text, value) => text.replaceAll(value, ' “ '), fact.statement)
}

/** Every name that a fact holds, in all its usual forms, longest first. */
export function factNames(fact: NarrativeFact): FactName[] {
  const names: FactName[] = []
  for (const [key, value] of Object.entries(fact.values)) {
    if (typeof value !== 'string' || notNames.has(key) || value.trim() === '') continue
    // Listeners may share a genre instead of an artist: that is a tag.
    if (key === 'anchor' && genreKeys.has(value.toLowerCase())) continue
    const role = fact.property === 'chapter' || fact.property === 'soundbite' ? 'chapter' : (roles[key] ?? 'other')
    for (const form of formsOf(role, value)) names.push(nameOf(fact.id, role, value, form))
    if (role === 'title') for (const form of remixerForms(value).filter((who) => who !== '')) names.push(nameOf(fact.id, 'remixer', value, form))
    if (fact.property === 'chapter') for (const form of capitalisedRuns(value, false, true)) if (form !== value) names.push(nameOf(fact.id, role, value, form))
  }
  if (fact.subject.trim() !== '' && fact.subject.toLowerCase() !== 'you') {
    if (!names.some((name) => name.value === fact.subject))
      for (const form of titleForms(fact.subject)) names.push(nameOf(fact.id, 'other', fact.subject, form.trim()))
  }
  const described = fact.property === 'transcript' ? '' : fact.property === 'description' ? String(fact.values['quote'] ?? '') : withoutValues(fact)
  const tags = new Set(Object.entries(fact.values).flatMap(([key, value]) => (['tag', 'tags', 'topic', 'genre', 'anchor'].includes(key) ? [value].flat() : [])))
  for (const run of capitalisedRuns(described, fact.property === 'description', fact.property === 'description'))
    if (!tags.has(run) && !names.some((name) => name.form === run)) names.push(nameOf(fact.id, 'other', run, run))
  return names.toSorted((left, right) => right.form.length - left.form.length)
}
