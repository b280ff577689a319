import type { PhrasePool } from '../../language.js'

/** What the catalogue proves by counting. */
export const countedDetails: PhrasePool = {
  role: 'detail',
  about: null,
  kinds: ['track'],
  phrases: [
    'There are {comp.artists} on its release.',

    '{onlyby.release} is the only release by {onlyby.artist} here.',
    'The one release by {onlyby.artist} in the catalogue: {onlyby.release}.',

    '{firstby.release}, {firstby.year}, is the first of {firstby.of} by {firstby.artist} here.',

    'From the only {onlylabel.label} release here.',
    '{onlylabel.label} has this one release in the catalogue.',

    'From the first of {firstlabel.of} here on {firstlabel.label}, {firstlabel.year}.',
    'The first release on {firstlabel.label} here is from {firstlabel.year}.',
    'With {firstlabel.release}, {firstlabel.year}, the {firstlabel.label} shelf here begins.',

    'This is the longest of {longest.of} on {longest.release}.',
    'Of {longest.of} on the record, this is the longest.',
    'At {longest.clock}, it is the longest on its record.',

    'On the {nth.ordinal} {nth.artist} release of {nth.year} here.',
    'From the {nth.ordinal} release here that {nth.artist} made in {nth.year}.',

    '{inyear.artist} has {inyear.releases} from {inyear.year} here.',
    'One of {inyear.releases} by {inyear.artist} from {inyear.year} here.',

    'A remix of {remixof.original}, which is by {remixof.artist}.',
    'The original, {remixof.original} by {remixof.artist}, is in the catalogue, too.',
    'It takes up {remixof.original}, which is by {remixof.artist}.',

    '{relation.artist}: {relation.relation} {relation.target}.',
    '{country.artist} comes from {country.country}.',
    'From {country.country}: {country.artist}.',
    '{begin.artist} began in {begin.date}.',
    '{genre.artist} is filed under {genre.genre}.',
    '{release.release} has {comp.artists} on it.',
    'With {comp.artists} on the release.',
    '{item.artist} is one of {comp.artists} on {release.release}.',
    '{item.title} is the longest of {longest.of} on {longest.release}.',
    'From the only release by {onlyby.artist} in the catalogue.',
    'From the only record by {onlyby.artist} here, {onlyby.release}.',
    '{firstby.release}, {firstby.year}, is the first release by {firstby.artist} here.',
    'From the first release by {firstby.artist} in the catalogue, {firstby.year}.',
    'On the first of {firstby.of} by {firstby.artist} here.',
    'The only {onlylabel.label} record in the catalogue: {onlylabel.release}.',
    '{onlylabel.release} is the only release on {onlylabel.label} here.',
    'From the first {firstlabel.label} release here, {firstlabel.release}.',
    '{firstlabel.release} is the first of {firstlabel.of} on {firstlabel.label} in the catalogue.',
    'It is the longest of {longest.of} on {longest.release}.',
    'It is the longest track on {longest.release}.',
    '{nth.release} is the {nth.ordinal} {nth.artist} release of {nth.year} here.',
    '{remixof.original} by {remixof.artist} is the original.',
    'It is a remix of {remixof.original} by {remixof.artist}, which is in the catalogue, too.',
    'The original is {remixof.original}, by {remixof.artist}.',
  ],
  reserve: ['{release.release} brings {comp.artists}.'],
}
