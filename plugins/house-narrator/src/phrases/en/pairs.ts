import type { PhrasePool } from '../../language.js'

/** What the item shares with something that the listener played: the label, a title, a length, who remixed it, a record or a compilation. */
const echoes: Readonly<Record<string, PhrasePool['phrases']>> = {
  echolabel: [
    ['You played {echopast.artist} {echopast.times} {echopast.span}.', 'Same label here: {echolabel.value}.'],
    'Same label as {echolabel.otherArtist}, whom you played {echopast.times} {echopast.span}: {echolabel.value}.',
    'From {echolabel.value}, which also put out {echolabel.otherArtist}, whom you played {echopast.times} {echopast.span}.',
    ['Think back to {echopast.artist}, whom you played {echopast.times} {echopast.span}.', '{echolabel.value} put this out, too.'],
    'The label that put out {echolabel.otherArtist}, someone you played {echopast.times} {echopast.span}, put this out, too: {echolabel.value}.',
    '{echolabel.artist} is on the same label as {echolabel.otherArtist}, whom you played {echopast.times} {echopast.span}: {echolabel.value}.',
    'What connects this to {echolabel.otherArtist}, whom you played {echopast.times} {echopast.span}, is the label: {echolabel.value}.',
    ['{echopast.artist} was someone you played {echopast.times} {echopast.span}.', 'Staying with the label, {echolabel.value}.'],
    '{echolabel.value} put out {echolabel.otherArtist}, whom you played {echopast.times} {echopast.span}, and also this one.',
    'The link to {echolabel.otherArtist}, whom you played {echopast.times} {echopast.span}, is the label: {echolabel.value}.',
    ['Your plays know {echopast.artist}: {echopast.times} {echopast.span}.', 'Whoever put out {echolabel.otherTitle} put this out: {echolabel.value}.'],
    '{echolabel.title} and {echolabel.other} share a label, {echolabel.value}.',
    'This came out on the same label as {echolabel.other}: {echolabel.value}.',
    '{echolabel.value} put it out, as it did {echolabel.other}.',
  ],
  echorecord: [
    'This is on the same record as {echorecord.otherArtist}, whom you played {echopast.times} {echopast.span}: {echorecord.value}.',
    ['You played {echopast.artist} {echopast.times} {echopast.span}.', 'Same record here: {echorecord.value}.'],
    '{echorecord.value} has {echorecord.otherArtist}, whom you played {echopast.times} {echopast.span}, and also this one.',
    ['Look back to {echopast.artist}, whom you played {echopast.times} {echopast.span}.', 'It is on the same record, {echorecord.value}.'],
    '{echorecord.title} and {echorecord.other} are on one record, {echorecord.value}.',
  ],
  echotitle: [
    ['You played {echopast.artist} {echopast.times} {echopast.span}.', '{echotitle.otherArtist} has a track called {echotitle.otherTitle}, too.'],
    'Same title, another artist: {echotitle.other}, whom you played {echopast.times} {echopast.span}.',
    'You know a {echotitle.otherTitle} by {echotitle.otherArtist}, whom you played {echopast.times} {echopast.span}.',
    'There is also a {echotitle.otherTitle} by {echotitle.otherArtist}, whom you played {echopast.times} {echopast.span}.',
    'Two tracks called {echotitle.otherTitle}: one by {echotitle.otherArtist}, whom you played {echopast.times} {echopast.span}, this one by {echotitle.artist}.',
    'Same title as {echotitle.other}.',
  ],
  echolength: [
    'This runs exactly as long as {echolength.other}, whom you played {echopast.times} {echopast.span}: {echolength.value}.',
    ['You played {echopast.artist} {echopast.times} {echopast.span}.', 'This is as long as {echolength.otherTitle}: {echolength.value}.'],
    '{echolength.value}, the same length as {echolength.other}, someone you played {echopast.times} {echopast.span}.',
    'To the second, it is as long as {echolength.other}, whom you played {echopast.times} {echopast.span}: {echolength.value}.',
    '{echolength.title} lasts as long as {echolength.other}, whom you played {echopast.times} {echopast.span}, {echolength.value} to the second.',
    ['{echopast.artist} is someone you played {echopast.times} {echopast.span}.', 'Same length as {echolength.otherTitle}, to the second: {echolength.value}.'],
    '{echolength.title} and {echolength.other} are equally long, {echolength.value}.',
    'Same length as {echolength.other}: {echolength.value}.',
  ],
  echoremixer: [
    'The remix is by {echoremixer.value}, whom you played {echopast.times} {echopast.span}.',
    '{echoremixer.value}, whom you played {echopast.times} {echopast.span}, did the remix.',
    ['You played {echopast.artist} {echopast.times} {echopast.span}.', 'Whoever made {echoremixer.otherTitle} remixed this: {echoremixer.value}.'],
    'The name in the brackets is {echoremixer.value}, whom you played {echopast.times} {echopast.span}.',
    'The remix is the work of {echoremixer.value}, whom you played {echopast.times} {echopast.span}, who also made {echoremixer.otherTitle}.',
  ],
  echocompilation: [
    '{echocompilation.artist} is on the compilation {echocompilation.value}, beside {echocompilation.otherArtist}, whom you played {echopast.times} {echopast.span}.',
    'You can hear {echocompilation.artist} beside {echocompilation.otherArtist}, whom you played {echopast.times} {echopast.span}, on the compilation {echocompilation.value}.',
    [
      'You played {echopast.artist} {echopast.times} {echopast.span}.',
      '{echocompilation.artist} and {echocompilation.otherArtist} share a compilation, {echocompilation.value}.',
    ],
    '{echocompilation.artist} and {echocompilation.otherArtist}, whom you played {echopast.times} {echopast.span}, meet on the compilation {echocompilation.value}.',
    'The compilation {echocompilation.value} has both {echocompilation.artist} and {echocompilation.otherArtist}, whom you played {echopast.times} {echopast.span}.',
    [
      'Think back to {echopast.artist}, whom you played {echopast.times} {echopast.span}.',
      '{echocompilation.artist} stands on the compilation {echocompilation.value}, next to {echocompilation.otherArtist}.',
    ],
    '{echocompilation.artist} and {echocompilation.otherArtist} have a compilation in common, {echocompilation.value}.',
  ],
  echocountry: [
    '{echocountry.artist} comes from {echocountry.value}, like {echocountry.otherArtist}, whom you played {echopast.times} {echopast.span}.',
    'Same country as {echocountry.otherArtist}, whom you played {echopast.times} {echopast.span}: {echocountry.value}.',
  ],
}

/** From the item before to this one. */
const bridges: Readonly<Record<string, PhrasePool['phrases']>> = {
  bridgelabel: [
    'Stay with the label: {bridgelabel.value}.',
    '{bridgelabel.value} again.',
    'Both came out on {bridgelabel.value}.',
    '{bridgelabel.value} put out {bridgelabel.otherTitle}, and also this one.',
    'One label, two names: {bridgelabel.value}.',
    'This is on the same label, {bridgelabel.value}.',
    'From {bridgelabel.value}, which also put out {bridgelabel.otherTitle}.',
    'The link to {bridgelabel.otherArtist} is the label: {bridgelabel.value}.',
    '{bridgelabel.value} put this out, too.',
  ],
  bridgerecord: ['We stay on {bridgerecord.value}.', 'Same record again: {bridgerecord.value}.', '{bridgerecord.value} once more.'],
  bridgetitle: [
    'Same title, another artist: {bridgetitle.other}.',
    '{bridgetitle.title} and {bridgetitle.other} share one title.',
    'Two tracks called {bridgetitle.otherTitle}: that one by {bridgetitle.otherArtist}, this one by {bridgetitle.artist}.',
  ],
  bridgelength: [
    'This is exactly as long as {bridgelength.other}: {bridgelength.value}.',
    'Both run {bridgelength.value}.',
    '{bridgelength.value} again, to the second.',
    '{bridgelength.title} and {bridgelength.otherTitle} are equally long: {bridgelength.value}.',
    'Same length as {bridgelength.otherTitle}, to the second: {bridgelength.value}.',
  ],
  bridgeremixer: [
    'Whoever made {bridgeremixer.otherTitle} remixed this one: {bridgeremixer.value}.',
    'The name in the brackets is {bridgeremixer.value}, who made {bridgeremixer.otherTitle}.',
    '{bridgeremixer.value} did the remix.',
  ],
  bridgeyear: [
    'We stay in {bridgeyear.value}.',
    'Same year: {bridgeyear.value}.',
    'Both are from {bridgeyear.value}.',
    '{bridgeyear.value} once more.',
    'Still {bridgeyear.value}: {bridgeyear.title}.',
    '{bridgeyear.title} came out in the same year, {bridgeyear.value}.',
    '{bridgeyear.otherTitle} and {bridgeyear.title} came out in {bridgeyear.value}.',
  ],
  bridgelater: [
    '{bridgelater.years} later: {bridgelater.title}.',
    '{bridgelater.years} later, {bridgelater.artist} made this.',
    'We move on {bridgelater.years}.',
    '{bridgelater.title} came out {bridgelater.years} after {bridgelater.otherTitle}.',
    'Go ahead {bridgelater.years}.',
    'Between {bridgelater.otherTitle} and this lies {bridgelater.years}.',
    'This is {bridgelater.years} younger than {bridgelater.otherTitle}.',
    'Jump forward {bridgelater.years}.',
    'After {bridgelater.other}, {bridgelater.years} ahead.',
  ],
  bridgeearlier: [
    '{bridgeearlier.years} earlier: {bridgeearlier.title}.',
    'We step back {bridgeearlier.years}.',
    '{bridgeearlier.title} came out {bridgeearlier.years} before {bridgeearlier.otherTitle}.',
    'Go back {bridgeearlier.years}.',
    'This is {bridgeearlier.years} older than {bridgeearlier.other}.',
    'Turn back {bridgeearlier.years}.',
    '{bridgeearlier.years} further back: {bridgeearlier.title}.',
    'It is {bridgeearlier.years} older.',
  ],
  bridgelonger: [
    'A longer one now: {bridgelonger.value}.',
    'After {bridgelonger.otherTitle}, something longer: {bridgelonger.value}.',
    'This is more than twice as long as {bridgelonger.otherTitle}: {bridgelonger.value}.',
    'Longer than {bridgelonger.other}: {bridgelonger.value}.',
    'This one takes longer: {bridgelonger.value}.',
    'More room now: {bridgelonger.value}.',
  ],
  bridgeshorter: [
    'A shorter one now: {bridgeshorter.value}.',
    'After {bridgeshorter.otherTitle}, something shorter: {bridgeshorter.value}.',
    'This is less than half as long as {bridgeshorter.otherTitle}: {bridgeshorter.value}.',
    'Shorter than {bridgeshorter.other}: {bridgeshorter.value}.',
    'This one takes less time: {bridgeshorter.value}.',
  ],
}

/** Facts about two items, for what is said between two of them. */
export const pairLeads: readonly PhrasePool[] = Object.entries({ ...echoes, ...bridges }).map(([about, phrases]) => ({
  role: 'lead',
  about,
  kinds: ['track'],
  phrases,
}))
