import type { Refusals } from '../request-language.js'

export const refusals: Refusals = {
  unknownWords: (what) => `I do not know what “${what}” asks for.`,
  notInCatalogue: (what) => `“${what}” is not in this catalogue.`,
  noEpisodeAbout: (what) => `There is no episode about “${what}” here.`,
  staysSo: 'That stays as it is.',
  noWish: (what) => `I heard “${what}”, and not whether you want it.`,
  nothingPlays: 'Nothing plays yet.',
  nothingLike: 'Nothing plays yet that it could be like.',
  ageUnknown: 'The year of what plays is not known, so I count from today.',
  yearsInside: 'I can leave out what is before or after a year, but not years in between.',
  longEpisode: 'I can keep an episode short, but not look for a long one.',
  nothingHeard: 'I did not hear a wish in that.',
  tooLong: (most) => `At most ${most} characters, please.`,
  took: (asked, name) => `I took “${asked}” for “${name}”.`,
  notWeighed: (what) => `I cannot choose by “${what}”.`,
  oneOf: (name, others) => `“${name}” is the name of ${others} here; I took one of them.`,
  againstItself: (what) => `You asked for ${what} and for none of it.`,
}
