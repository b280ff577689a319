import type { Language, LanguageRules, Noun, Wording } from '../language.js'

const say = (text: string): Wording => ({ text, initial: text.charAt(0).toUpperCase() + text.slice(1) })
const nouns: Record<Noun, readonly [string, string]> = {
  play: ['ludo', 'ludoj'],
  track: ['kanto', 'kantoj'],
  listener: ['aŭdanto', 'aŭdantoj'],
  person: ['homo', 'homoj'],
  artist: ['artisto', 'artistoj'],
  episode: ['epizodo', 'epizodoj'],
  release: ['eldono', 'eldonoj'],
}
const counted = (value: number, noun: Noun) => `${value} ${nouns[noun][value === 1 ? 0 : 1]}`

const rules: LanguageRules = {
  count: (value) => say(String(value)),
  counted: (value, noun) => say(counted(value, noun)),
  countedWith: (value, name, noun) => say(`${counted(value, noun)} de ${name}`),
  times: (value) => say(`${value} fojojn`),
  ordinal: (value) => say(`${value}-a`),
  fewerThan: (value) => say(`malpli ol ${value}`),
  atLeast: (value, noun) => say(`almenaŭ ${counted(value, noun)}`),
  share: (part, whole) => say(`${part} el ${whole}`),
  whole: (value) => say(`ĉiuj ${value}`),
  month: (month) => say(month.split('-').toReversed().join('.')),
  date: (date) => say(date.split('-').toReversed().join('.')),
  span: (year) => say(year === null ? 'ĉi tie' : `en ${year}`),
  duration: (milliseconds) => say(`${Math.round(milliseconds / 1000)} sekundoj`),
  shortDuration: (milliseconds) => say(`${Math.round(milliseconds / 1000)} s`),
  clock: (milliseconds) => say(`${Math.floor(milliseconds / 60_000)}:${String(Math.round(milliseconds / 1000) % 60).padStart(2, '0')}`),
  list: (names) => names.join(' kaj '),
  tag: (tag) => say(tag.toLowerCase()),
  genre: (tag) => say(tag.toLowerCase()),
  taggedReleases: (tag) => say(`${tag.toLowerCase()} eldonoj`),
  topic: (topic) => say(topic),
  taggedRelease: ([tag]) => (tag === undefined ? null : say(`${tag.toLowerCase()} eldono`)),
  withArticle: ({ text }) => say(text),
}

/** A language in a screenful, for tests only: phrases as data, and one file of rules. */
export const testLanguage: Language = {
  version: 'eo-1',
  rules,
  pools: [
    {
      role: 'lead',
      about: 'plays',
      kinds: ['track'],
      phrases: ['Vi ludis {plays.artist} {plays.times} {plays.span}.', '{plays.plays} de {plays.artist} {plays.span}.', 'De {plays.artist} vi havis {plays.plays}.'],
    },
    { role: 'detail', about: null, kinds: ['track', 'episode'], phrases: ['{item.title}, {length.clock}.', 'El {tags.release}, {out.year}.'] },
    { role: 'closing', about: null, kinds: ['track', 'episode'], phrases: ['Jen {item.title}.'] },
    { role: 'last-word', about: null, kinds: ['track', 'episode'], phrases: ['De {item.by}.', '{item.title}.'] },
  ],
}
