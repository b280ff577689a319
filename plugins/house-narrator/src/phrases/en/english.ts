import type { Language } from '../../language.js'
import { artistFirstPlay, artistLastPlay, artistPlays, artistPlaysInAll } from './artist.js'
import { fewListeners, fewListenersOfTag, sharedAudience, sharedAudienceOfYours, sharedAudienceOfYoursInAll, smallSharedAudience } from './audience.js'
import { bridges, closings, lastWords } from './closings.js'
import { countedDetails } from './counted.js'
import { editorialNote } from './editorial.js'
import { episodeDetails } from './episode.js'
import { pairLeads } from './pairs.js'
import { labelPlays, releasePlays } from './label.js'
import { showPlays, topicPairs, topicPlays } from './podcast-leads.js'
import { rediscovery } from './rediscovery.js'
import { lengthDetails, releaseDetails, titleDetails } from './release.js'
import { rules } from './rules.js'
import { longTracks, noTagPlays, tagPlays } from './tags.js'

export const english: Language = {
  version: 'en-6',
  rules,
  pools: [
    rediscovery,
    artistPlays,
    artistPlaysInAll,
    artistFirstPlay,
    artistLastPlay,
    labelPlays,
    releasePlays,
    tagPlays,
    noTagPlays,
    longTracks,
    sharedAudienceOfYours,
    sharedAudienceOfYoursInAll,
    sharedAudience,
    smallSharedAudience,
    fewListenersOfTag,
    fewListeners,
    editorialNote,
    ...pairLeads,
    showPlays,
    topicPairs,
    topicPlays,
    countedDetails,
    releaseDetails,
    lengthDetails,
    titleDetails,
    episodeDetails,
    bridges,
    closings,
    lastWords,
  ],
}
