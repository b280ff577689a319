import { topicAsWritten } from '@linernotes/narrative-sdk'
import type { LanguageRules, Noun, Wording } from '../../language.js'
import { numberWords, ordinalWords } from './number-words.js'
import { describes, isAdjective, isSayable, taggedRelease, tagInSentence } from './tag-words.js'

const plurals: Record<Noun, readonly [string, string]> = {
  play: ['play', 'plays'],
  track: ['track', 'tracks'],
  listener: ['listener', 'listeners'],
  person: ['person', 'people'],
  artist: ['artist', 'artists'],
  episode: ['episode', 'episodes'],
  release: ['release', 'releases'],
  year: ['year', 'years'],
}
const months = 'January February March April May June July August September October November December'.split(' ')

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const word = (text: string, initial = text): Wording => ({ text, initial: capital(initial) })
const figure = (value: number) => (value <= 10 ? numberWords(value) : value.toLocaleString('en'))
const noun = (value: number, name: Noun) => plurals[name][value === 1 ? 0 : 1]
/** Seconds to the nearest one, as players show them. */
const parts = (milliseconds: number) => {
  const seconds = Math.round(milliseconds / 1000)
  return { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60 }
}
const unit = (value: number, name: string) => (value === 0 ? [] : [`${numberWords(value)} ${name}${value === 1 ? '' : 's'}`])
const pad = (value: number) => String(value).padStart(2, '0')

function times(value: number, inWords: boolean): string {
  if (value === 1) return 'once'
  if (value === 2) return 'twice'
  return `${inWords ? numberWords(value) : figure(value)} times`
}

function dateWords(date: string): string | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u.exec(date)
  const year = match?.[1]
  if (year === undefined) return null
  const month = match?.[2] === undefined ? undefined : months[Number(match[2]) - 1]
  if (month === undefined) return match?.[2] === undefined ? year : null
  return match?.[3] === undefined ? `${month} ${year}` : `${Number(match[3])} ${month} ${year}`
}

/** By sound where letters mislead: an IDM release, an 8-bit one, a European one, a one-off. */
function article(text: string): string {
  if (/^(?:8|11(?!\d)|18(?!\d)|18\d\d\b|80|8\d\b)/u.test(text)) return 'an'
  if (/^[A-Z](?:&|[A-Z0-9]+\b)/u.test(text)) return /^[AEFHILMNORSX]/u.test(text) ? 'an' : 'a'
  if (/^(?:eu|uni(?!n)|us[eu]|ut[io]|one\b|once\b|uk)/iu.test(text)) return 'a'
  return /^(?:[aeiouäöüáéíóúàèø]|hour|honest|heir)/iu.test(text) ? 'an' : 'a'
}

export const rules: LanguageRules = {
  count: (value) => word(figure(value), numberWords(value)),
  counted: (value, name) => word(`${figure(value)} ${noun(value, name)}`, `${numberWords(value)} ${noun(value, name)}`),
  countedWith: (value, name, thing) => word(`${figure(value)} ${name} ${noun(value, thing)}`, `${numberWords(value)} ${name} ${noun(value, thing)}`),
  times: (value) => word(times(value, false), times(value, true)),
  ordinal: (value) => word(ordinalWords(value)),
  fewerThan: (value) => word(`fewer than ${figure(value)}`),
  atLeast: (value, name) => word(`at least ${figure(value)} ${noun(value, name)}`),
  share: (part, whole) => {
    // Never "all": they are all that were played, not all that there are.
    const say = (number: (value: number) => string) => `${number(part)} of ${number(whole)}`
    return word(whole <= 10 ? say(numberWords) : say(String), say(numberWords))
  },
  whole: (value) => word(value === 2 ? 'both' : `all ${figure(value)}`, value === 2 ? 'both' : `all ${numberWords(value)}`),
  month: (month) => {
    const said = /^\d{4}-\d{2}$/u.test(month) ? dateWords(month) : null
    return said === null ? null : word(said)
  },
  date: (date) => {
    const said = dateWords(date)
    return said === null ? null : word(said)
  },
  span: (year) => word(year === null ? 'here' : `in ${year}`),
  duration: (milliseconds) => {
    const { hours, minutes, seconds } = parts(milliseconds)
    const said = [...unit(hours, 'hour'), ...unit(minutes, 'minute'), ...unit(seconds, 'second')]
    return word(said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`)
  },
  shortDuration: (milliseconds) => {
    const { hours, minutes, seconds } = parts(milliseconds)
    const said = [...unit(hours, 'hour'), ...unit(minutes, 'minute')]
    if (hours > 0 && seconds > 0) said.push(...unit(seconds, 'second'))
    if (hours > 0) return word(said.join(', '))
    // "Eight minutes three" is no length.
    if (minutes > 0 && seconds > 0 && seconds < 10) return word([...said, ...unit(seconds, 'second')].join(' and '))
    return word(said.length === 0 ? unit(seconds, 'second').join('') : `${said.join(' ')}${seconds === 0 ? '' : ` ${numberWords(seconds)}`}`)
  },
  clock: (milliseconds) => {
    const { hours, minutes, seconds } = parts(milliseconds)
    return word(hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`)
  },
  list: (names) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`),
  tag: (tag) => (isSayable(tag) ? word(tagInSentence(tag)) : null),
  genre: (tag) => (isAdjective(tag) || !isSayable(tag) ? null : word(tagInSentence(tag))),
  taggedReleases: (tag) => (isSayable(tag) ? word(describes(tag) ? `releases tagged ${tagInSentence(tag)}` : `${tagInSentence(tag)} releases`) : null),
  topic: (topic, texts) => word(topicAsWritten(topic, texts), topicAsWritten(topic, texts)),
  taggedRelease: (tags, focus) => {
    const said = taggedRelease(tags, focus)
    return said === null ? null : word(said)
  },
  withArticle: ({ text }) => word(`${article(text)} ${text}`),
}
