import type { PhrasePool } from '../../language.js'

/** What the catalogue proves by counting. */
export const countedDetails: PhrasePool = {
  role: 'detail',
  about: null,
  kinds: ['track'],
  phrases: [
    'There are {comp.artists} on its release.',

    '{onlyby.release} is the only {onlyby.artist} release here.',
    'The one release by {onlyby.artist} in the catalogue: {onlyby.release}.',

    '{firstby.release}, {firstby.year}, is the first of {firstby.of} by {firstby.artist} here.',
    'Where {firstby.artist} begins in this catalogue: {firstby.year}.',

    'From the only {onlylabel.label} release here.',
    '{onlylabel.label} has this one release in the catalogue.',

    'From the first of {firstlabel.of} here on {firstlabel.label}, {firstlabel.year}.',
    'The {firstlabel.label} releases here start in {firstlabel.year}.',
    'With {firstlabel.release}, {firstlabel.year}, the {firstlabel.label} shelf here begins.',

    'This is the longest of {longest.of} on {longest.release}.',
    'Of {longest.of} on the record, this is the longest.',
    'Longest on its record, {longest.clock}.',

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
    '{release.release} brings {comp.artists}.',
    '{item.title} is the longest of {longest.of} on {longest.release}.',
    'From the only {onlyby.artist} release in the catalogue.',
    'From the only {onlyby.artist} record here, {onlyby.release}.',
    '{firstby.release}, {firstby.year}, is the first {firstby.artist} release here.',
    'From the first {firstby.artist} release in the catalogue, {firstby.year}.',
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
}
