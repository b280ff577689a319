import type { Evidence } from '@linernotes/catalog'
import type { Brief } from '../brief.js'
import { genres } from '../grounding/en/genres.js'
import { hasTopic, speaksOf, topicFinder, topicsOf, type TopicFinder, type Topics } from './find-topic.js'
import type { Guideline } from './guideline.js'

/** What holds for one brief: lines for whoever writes, and what grounding refuses. */
export interface AppliedGuidelines {
  readonly ids: readonly string[]
  readonly lines: readonly string[]
  readonly refuse: readonly string[]
  readonly opinion: boolean
  readonly quotations: boolean
}

const mostLines = 8
const genreNames: ReadonlySet<string> = new Set(genres)
const finders = new WeakMap<Guideline, TopicFinder>()

function finderOf(guideline: Guideline): TopicFinder {
  const known = finders.get(guideline) ?? topicFinder(guideline)
  finders.set(guideline, known)
  return known
}

/** 'de-AT' read for a market 'CH': the language is de, the regions are AT and CH. */
function servesMarket({ markets }: Guideline, tag: string, market: string | null): boolean {
  if (markets.length === 0) return true
  const [language = '', ...subtags] = tag.split(/[-_]/u)
  const regions = [...subtags, ...(market === null ? [] : [market])].map((name) => name.toUpperCase())
  return markets.some((entry) => entry === language.toLowerCase() || regions.some((name) => entry === name || entry === `${language.toLowerCase()}-${name}`))
}

/** Facts about this listener: what may be withheld. */
const isHistory = (evidence: Evidence): boolean => evidence.kind === 'listening' || evidence.property === 'shared-audience'

const isForAll = ({ tags, words }: Guideline): boolean => tags.length + words.length === 0

/** Whether the item itself is about the topic. What is said by the way, in a transcript of hours, does not count. */
function isAbout(guideline: Guideline, kind: Brief['kind'], topics: Topics): boolean {
  const finder = finderOf(guideline)
  return hasTopic(topics, finder) || (kind === 'episode' && speaksOf(topics, finder))
}

/** Beside an item about the topic nothing of the history is told; elsewhere only what names the topic is withheld. */
function isWithheld(evidence: Evidence, guideline: Guideline): boolean {
  if (guideline.callbacks) return false
  const topics = topicsOf([evidence], genreNames)
  return hasTopic(topics, finderOf(guideline)) || speaksOf(topics, finderOf(guideline))
}

/** Whether a fact about a listener touches a topic that narratives keep quiet about, in whichever market: who shows it should have been asked for it. */
export function isSensitive(evidence: Evidence, guidelines: readonly Guideline[]): boolean {
  return isHistory(evidence) && guidelines.some((guideline) => isWithheld(evidence, guideline))
}

/**
 * The brief as the guidelines for its topics and its market leave it: facts about sensitive listening are taken out, lines and limits put in. A topic that
 * only the listener's history touches withholds that fact, and asks nothing else of the text.
 */
export function applyGuidelines(brief: Brief, guidelines: readonly Guideline[], market: string | null): Brief {
  const here = guidelines.filter((guideline) => servesMarket(guideline, brief.language, market))
  const [history, catalogue] = [brief.evidence.filter(isHistory), brief.evidence.filter((entry) => !isHistory(entry))]
  const topics = topicsOf(catalogue, genreNames)
  const about = here.filter((guideline) => isForAll(guideline) || isAbout(guideline, brief.kind, topics))
  const nothingToldBack = about.some((guideline) => !guideline.callbacks)
  const withheld = new Set(history.filter((entry) => nothingToldBack || here.some((guideline) => isWithheld(entry, guideline))))
  const evidence = brief.evidence.filter((entry) => !withheld.has(entry))
  if (about.length === 0) return evidence.length === brief.evidence.length ? brief : { ...brief, evidence }
  return {
    ...brief,
    evidence,
    guidelines: {
      ids: about.map(({ id }) => id),
      lines: about.flatMap(({ lines }) => lines).slice(0, mostLines),
      refuse: [...new Set(about.flatMap(({ refuse }) => refuse))],
      opinion: about.every(({ opinion }) => opinion),
      quotations: about.every(({ quotations }) => quotations),
    },
  }
}
