import type { PhrasePool } from '../../language.js'

/** Listeners who play both, and how often this one played the name that they come from. */
export const sharedAudienceOfYours: PhrasePool = {
  role: 'lead',
  about: 'both',
  kinds: ['track', 'episode'],
  phrases: [
    'You played {yours.anchor} {yours.times} in {yours.year}; {both.people} who play {both.anchor} also play {both.target}.',
    '{both.target} is played by {both.people} who play {both.anchor}, as you did {yours.times} in {yours.year}.',
    'In {yours.year} you played {yours.anchor} {yours.times}; {both.listeners} of {both.anchor} play {both.target} as well.',
    '{both.target} and {both.anchor} share {both.listeners}, and you played {yours.anchor} {yours.times} in {yours.year}.',
    'Try {both.target} beside {both.anchor}, whom you played {yours.times} in {yours.year}: {both.people} play both.',
    'Coming from {yours.anchor}, whom you played {yours.times} in {yours.year}, meet {both.target}: {both.people} play both.',
    'Among those who play {both.anchor}, as you did {yours.times} in {yours.year}, {both.people} play {both.target}.',
    'With {yours.plays} of {yours.anchor} in your {yours.year}, meet {both.target}: {both.people} play both.',
    'Beside {both.anchor}, whom you played {yours.times} in {yours.year}, {both.people} play {both.target}.',
    'Of those who play {both.anchor}, as you did {yours.times} in {yours.year}, {both.people} play {both.target}.',
    '{both.anchor} and {both.target} share {both.listeners}; you played {yours.anchor} {yours.times} in {yours.year}.',
    'Ask around {both.anchor}, whom you played {yours.times} in {yours.year}: {both.people} play {both.target} as well.',
    'From {yours.anchor}, whom you played {yours.times} in {yours.year}, cross to {both.target}: {both.people} play both.',
    'Next to {both.anchor}, whom you played {yours.times} in {yours.year}, {both.people} play {both.target}.',
  ],
  reserve: [
    '{yours.year} brought {yours.plays} of {yours.anchor} from you; {both.people} who play {both.anchor} also play {both.target}.',
    '{both.anchor} had {yours.plays} from you in {yours.year}; {both.people} who play {both.anchor} play {both.target}, too.',
  ],
}

/** The same, where no year had enough plays to be named. */
export const sharedAudienceOfYoursInAll: PhrasePool = {
  role: 'lead',
  about: 'both',
  kinds: ['track', 'episode'],
  phrases: [
    'You have played {yoursinall.anchor} {yoursinall.times}; {both.people} who play {both.anchor} also play {both.target}.',
    '{both.target} is played by {both.people} who play {both.anchor}, whom you have played {yoursinall.times}.',
    '{both.target} and {both.anchor} share {both.listeners}, and you have played {yoursinall.anchor} {yoursinall.times}.',
    'Try {both.target} beside {both.anchor}, whom you have played {yoursinall.times}: {both.people} play both.',
    'Your history has {yoursinall.plays} of {yoursinall.anchor}; {both.people} who play {both.anchor} play {both.target}, too.',
    'Beside {both.anchor}, whom you have played {yoursinall.times}, {both.people} play {both.target}.',
    'Ask around {both.anchor}, whom you have played {yoursinall.times}: {both.people} play {both.target} as well.',
    '{both.anchor} and {both.target} share {both.listeners}; you have played {yoursinall.anchor} {yoursinall.times}.',
    'From {yoursinall.anchor}, whom you have played {yoursinall.times}, cross to {both.target}: {both.people} play both.',
    'With {yoursinall.plays} of {yoursinall.anchor} in your history, meet {both.target}: {both.people} play both.',
  ],
  reserve: [
    '{both.anchor} has had {yoursinall.plays} from you; {both.people} who play {both.anchor} play {both.target}, too.',
    'Coming from {yoursinall.anchor}, whom you have played {yoursinall.times}, meet {both.target}: {both.people} play both.',
  ],
}

/** Listeners who play both: at least how many is known. */
export const sharedAudience: PhrasePool = {
  role: 'lead',
  about: 'both',
  kinds: ['track', 'episode'],
  phrases: [
    '{both.target} and {both.anchor} share {both.listeners}.',
    '{both.anchor} and {both.target} share {both.listeners} here.',
    '{both.target} turns up beside {both.anchor} in the plays of {both.people}.',
    'Beside {both.anchor}, {both.people} also play {both.target}.',
    'Ask around {both.anchor}: {both.people} there play {both.target} as well.',
    'Of those who play {both.anchor}, {both.people} play {both.target}.',
    'Both {both.anchor} and {both.target} are in the plays of {both.people}.',
    'For {both.people} here, {both.anchor} comes with {both.target}.',
    'Cross from {both.anchor} to {both.target} and you meet {both.listeners} of both.',
    'Out of those who play {both.anchor}, {both.people} have {both.target} in their plays.',
    '{both.target} is played by {both.people} who also play {both.anchor}.',
    'Neighbours: {both.anchor} and {both.target}, with {both.people} who play both.',
    'Next to {both.anchor}, {both.people} play {both.target}.',
    'Hear {both.target} beside {both.anchor}: {both.people} play both.',
    'Here, {both.people} play both {both.anchor} and {both.target}.',
    'Try {both.target}: {both.people} who play {both.anchor} do.',
    'Among those who play {both.anchor}, {both.people} play {both.target} as well.',
    'In the plays of {both.people}: {both.anchor} and {both.target}.',
    '{both.anchor} leads to {both.target}: {both.people} play both.',
    'Between {both.anchor} and {both.target} there are {both.listeners} of both.',
  ],
}

/** Listeners who play both, too few to be counted aloud: never all who play one. */
export const smallSharedAudience: PhrasePool = {
  role: 'lead',
  about: 'fewboth',
  kinds: ['track', 'episode'],
  phrases: [
    '{fewboth.anchor} and {fewboth.target} share listeners here.',
    'Some listeners of {fewboth.anchor} also play {fewboth.target}.',
    'In the plays of some here: {fewboth.anchor} and also {fewboth.target}.',
    'Between {fewboth.anchor} and {fewboth.target} there are listeners who play both.',
    'Beside {fewboth.anchor}, listeners here keep {fewboth.target}.',
    'There are listeners who play {fewboth.anchor} and {fewboth.target}.',
    'Some who play {fewboth.anchor} here play {fewboth.target}, too.',
    'It is a step from {fewboth.anchor}: some listeners play {fewboth.target}, too.',
    'Ask those who play {fewboth.anchor}: some play {fewboth.target}, too.',
    'Here, {fewboth.anchor} has listeners who also play {fewboth.target}.',
    'Shared listeners: {fewboth.anchor} and {fewboth.target}.',
    'Company for {fewboth.anchor}: some listeners here play {fewboth.target}, too.',
    'Try {fewboth.target}: some listeners of {fewboth.anchor} do.',
    'Where {fewboth.anchor} is played, some play {fewboth.target}, too.',
    'Next to {fewboth.anchor}, by its listeners: {fewboth.target}.',
    'Another name beside {fewboth.anchor}: {fewboth.target}, by shared listeners.',
  ],
}

/** Found by fewer listeners than are counted aloud, on a shelf of this one. It is the track that few have found: its release may have more. */
export const fewListenersOfTag: PhrasePool = {
  role: 'lead',
  about: 'few',
  kinds: ['track'],
  phrases: [
    'You have {tagplays.plays} from {tagplays.releases}; {few.fewer} people here have found this one{+sametag}.',
    '{few.fewer} listeners here have played it, and you have {tagplays.plays} from {tagplays.releases}.',
    '{item.title} has {few.fewer} listeners here, and you have {tagplays.plays} from {tagplays.releases}.',
    'From {tagplays.releases} you have {tagplays.plays}; {few.fewer} people have found this.',
    'Your history has {tagplays.plays} from {tagplays.releases}, and {few.fewer} listeners here have reached this.',
    'With {tagplays.plays} of yours from {tagplays.releases}, meet a track that {few.fewer} people here have found{+sametag}.',
    'Hardly anyone here has found this one yet{+few}; you have {tagplays.plays} from {tagplays.releases}.',
    'Meet a track that {few.fewer} people here have found; you have {tagplays.plays} from {tagplays.releases}.',
    'Only a handful of listeners here have found this one{+few}; you have {tagplays.plays} from {tagplays.releases}.',
    'It has {few.fewer} listeners here, and you have {tagplays.plays} from {tagplays.releases}.',
    'Played by {few.fewer} people here, and from {a:sametag.tag} release: you have {tagplays.plays} from those.',
    'Under {few.count} listeners here have played it; you have {tagplays.plays} from {tagplays.releases}.',
    'Here is a track with {few.fewer} listeners, from {a:sametag.tag} release; you have {tagplays.plays} from those.',
  ],
  reserve: [
    'Almost nobody here has played this one{+few}, and you have {tagplays.plays} from {tagplays.releases}.',
    'Off the road: {few.fewer} listeners here have played it, and you have {tagplays.plays} from {tagplays.releases}.',
    'A rarity here, with {few.fewer} listeners so far; you have {tagplays.plays} from {tagplays.releases}.',
    '{tagplays.plays} of yours are from {tagplays.releases}; here is a track with {few.fewer} listeners{+sametag}.',
    'This track has {few.fewer} listeners here, and {tagplays.releases} have had {tagplays.plays} from you.',
  ],
}

/** Found by fewer listeners than are counted aloud. */
export const fewListeners: PhrasePool = {
  role: 'lead',
  about: 'few',
  kinds: ['track', 'episode'],
  phrases: [
    '{few.fewer} people have found this here.',
    'Found by {few.fewer} listeners here.',
    '{item.title} has {few.fewer} listeners here.',
    'It has {few.fewer} listeners here.',
    'Under {few.count} listeners here have played it.',
    'Played by {few.fewer} people here.',
    'So far it has reached {few.fewer} listeners.',
    'Almost nobody here has found this one yet{+few}.',
    'Here is one that {few.fewer} people have played.',
    'Hardly anyone here has played this one{+few}.',
    'This has reached {few.fewer} listeners here.',
    'Known to {few.fewer} listeners here.',
    '{length.short} from {a:out.year} {tags.release} that {few.fewer} people here have found.',
    '{item.title} has been played by {few.fewer} people here.',
  ],
  reserve: [
    'A rarity here, with {few.fewer} listeners so far.',
    'Off the road: {few.fewer} listeners here reached it.',
    'Here it has {few.fewer} listeners.',
    'From {item.by}, found by {few.fewer} listeners here.',
  ],
}
