import type { GroundingLanguage } from './grounding-language.js'
import type { SentenceVerdict } from './verdict.js'

/** All that a language is: what its months are called, and how each property of a fact may be said. */
export interface TemplateLanguageData {
  /** Primary subtag of BCP 47: 'de'. */
  readonly tag: string
  /** From January on. */
  readonly months: readonly string[]
  /** Whole sentences by property of the fact, with keys of its values in braces: "{artist} lief {year} {plays}-mal." */
  readonly sentences: Readonly<Record<string, readonly string[]>>
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
}

function sayLength(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, '0')]
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** The ways in which a value may be written in this language. */
function waysToSay(key: string, value: unknown, { tag, months }: TemplateLanguageData): string[] {
  if (typeof value === 'number') return key.endsWith('Ms') ? [sayLength(value)] : [String(value), ...(key === 'year' ? [] : [value.toLocaleString(tag)])]
  if (typeof value !== 'string' || value === '') return []
  const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(value) ?? []
  const name = months[Number(month) - 1]
  return year === undefined || name === undefined ? [value, `„${value}“`, `“${value}”`, `«${value}»`] : [`${name} ${year}`]
}

/** The sentences of one fact; null where it lacks a value that the template says. */
function patternOf(template: string, values: Readonly<Record<string, unknown>>, data: TemplateLanguageData): RegExp | null {
  let complete = true
  const source = template
    .split(/(\{\w+\})/u)
    .map((part) => {
      const key = /^\{(?<key>\w+)\}$/u.exec(part)?.groups?.['key']
      if (key === undefined) return escaped(part)
      const ways = waysToSay(key, values[key], data)
      complete &&= ways.length > 0
      return `(?:${ways.map(escaped).join('|')})`
    })
    .join('')
  return complete ? new RegExp(`^${source}$`, 'u') : null
}

function refused(text: string, tag: string): SentenceVerdict {
  const reason = `no cited fact is said so in “${tag}”`
  return { text, accepted: false, refusals: [{ code: 'relation', reason, start: 0, end: text.length }], claims: [], factIds: [] }
}

/** A language as data: a sentence is true exactly where one fact fills one of the templates of its property, whole. */
export function templateLanguage(data: TemplateLanguageData): GroundingLanguage {
  return {
    tag: data.tag,
    ground: (text, factIds, { facts }) => {
      const cited = factIds === null || factIds.length === 0 ? facts : facts.filter(({ fact }) => factIds.includes(fact.id))
      const found = cited.find(({ fact }) => data.sentences[fact.property]?.some((template) => patternOf(template, fact.values, data)?.test(text)))
      if (found === undefined) return refused(text, data.tag)
      const ids = [found.fact.id]
      return { text, accepted: true, refusals: [], claims: [{ start: 0, end: text.length, support: 'supported', factIds: ids }], factIds: ids }
    },
  }
}
