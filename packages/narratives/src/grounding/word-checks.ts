import { checkAgents } from './check-agents.js'
import { checkAttribution } from './check-attribution.js'
import { checkComparisons } from './check-comparisons.js'
import { checkCounts } from './check-counts.js'
import { checkDates } from './check-dates.js'
import { checkDurations } from './check-durations.js'
import { checkEnumerations } from './check-enumerations.js'
import { checkHolders } from './check-holders.js'
import { checkIdentity } from './check-identity.js'
import { checkListening } from './check-listening.js'
import { checkMarks } from './check-marks.js'
import { checkNames } from './check-names.js'
import { checkNegations } from './check-negations.js'
import { checkNouns } from './check-nouns.js'
import { checkNumbers } from './check-numbers.js'
import { checkObjects } from './check-objects.js'
import { checkOverclaims } from './check-overclaims.js'
import { checkOwners } from './check-owners.js'
import { checkPairs } from './check-pairs.js'
import { checkQuotations } from './check-quotations.js'
import { checkRelations } from './check-relations.js'
import { checkReports } from './check-reports.js'
import { checkSilence } from './check-silence.js'
import { checkSlots } from './check-slots.js'
import { checkSubjects } from './check-subjects.js'
import { checkSuperlatives } from './check-superlatives.js'
import { checkTags } from './check-tags.js'
import { checkText } from './check-text.js'
import { checkVerbs } from './check-verbs.js'
import { checkVocabulary } from './check-vocabulary.js'

/** What each word and mention of a sentence must pass where no statement is known that says it whole. */
export const wordChecks = [
  checkText,
  checkQuotations,
  checkNames,
  checkDates,
  checkNumbers,
  checkDurations,
  checkTags,
  checkComparisons,
  checkNegations,
  checkSuperlatives,
  checkListening,
  checkObjects,
  checkSilence,
  checkRelations,
  checkSlots,
  checkPairs,
  checkNouns,
  checkVerbs,
  checkAgents,
  checkEnumerations,
  checkHolders,
  checkOwners,
  checkCounts,
  checkOverclaims,
  checkSubjects,
  checkIdentity,
  checkAttribution,
  checkReports,
  checkVocabulary,
  checkMarks,
]
