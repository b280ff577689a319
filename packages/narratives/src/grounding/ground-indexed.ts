import { checkSpoilers } from './check-spoilers.js'
import { englishGuards } from './en/english-guards.js'
import { englishParaphrases } from './en/english-paraphrases.js'
import { englishStatements } from './en/statements/english-statements.js'
import type { IndexedFact } from './fact-index.js'
import { makeClaims } from './make-claims.js'
import { wordChecks } from './word-checks.js'
import { decompose } from './paraphrase/decompose.js'
import { readPair } from './read-pair.js'
import { Reading } from './reading.js'
import { checkSmallWords } from './small-words/check-small-words.js'
import { readSentence } from './statements/read-sentence.js'
import { supportedBy, type RefusalCode, type SentenceVerdict } from './verdict.js'

/** What a sentence is verified against. */
interface Ground {
  readonly all: readonly IndexedFact[]
  /** Facts of the sentence before, which "it" may mean. */
  readonly previous: readonly IndexedFact[]
  readonly spoilerFree: boolean
}

/** Of these no other wording makes a sentence fit for a listener. */
const final: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['markup', 'sensitive', 'obscene', 'banned-word', 'spoiler'])

const isFinal = ({ refusals }: SentenceVerdict): boolean => refusals.some(({ code }) => final.has(code))

/** A plain sentence rests on one fact, where one alone carries it. */
function leastOf(text: string, factIds: readonly string[], cited: readonly IndexedFact[], ground: Ground): readonly string[] {
  if (factIds.length < 2) return factIds
  const alone = cited.find((fact) => factIds.includes(fact.fact.id) && verifyPlain(text, [fact], ground).verdict.accepted)
  return alone === undefined ? factIds : [alone.fact.id]
}

/** Verdict of one sentence against exactly these facts: as it stands; as all the plain sentences that it says; or as statements, each of which is known whole. */
function verify(text: string, cited: readonly IndexedFact[], ground: Ground): SentenceVerdict {
  const { verdict, reading } = verifyPlain(text, cited, ground)
  if (isFinal(verdict)) return verdict
  const said = verifyWords(verdict, reading, cited, ground)
  const stated = said.accepted ? null : readSentence(reading, englishStatements)
  if (stated === null) return said
  return { text, accepted: true, refusals: [], claims: stated, factIds: [...new Set(stated.flatMap(({ factIds }) => factIds))] }
}

function verifyWords(verdict: SentenceVerdict, reading: Reading, cited: readonly IndexedFact[], ground: Ground): SentenceVerdict {
  const { text } = verdict
  const paired = readPair(text, cited)
  // A wording that is known whole needs none of the other checks; what its names and numbers stand beside is guarded as anywhere.
  const said = paired === null ? verifyParts(verdict, reading, cited, ground) : supportedBy(text, paired)
  if (!said.accepted) return said
  reading.refusals.length = 0
  checkSmallWords(reading, englishGuards)
  return reading.refusals.length === 0 ? said : { text, accepted: false, refusals: [...reading.refusals], claims: [], factIds: [] }
}

/** The verdict where it stands; else that of the plain sentences that it says. */
function verifyParts(verdict: SentenceVerdict, reading: Reading, cited: readonly IndexedFact[], ground: Ground): SentenceVerdict {
  const { text } = verdict
  if (verdict.accepted) return verdict
  const parts = decompose(reading, englishParaphrases)
  if (parts === null) return verdict
  const factIds = new Set<string>(parts.factIds)
  for (const part of [...parts.claims, parts.rest]) {
    if (part === '') continue
    const { verdict: own } = verifyPlain(part, cited, ground)
    if (!own.accepted) return verdict
    for (const id of leastOf(part, own.factIds, cited, ground)) factIds.add(id)
  }
  return supportedBy(text, [...factIds])
}

/** The same, of the words as they stand. */
function verifyPlain(
  text: string,
  cited: readonly IndexedFact[],
  { all, previous, spoilerFree }: Ground,
): { readonly verdict: SentenceVerdict; readonly reading: Reading } {
  const item = all.filter((fact) => fact.fact.property === 'item' && !cited.includes(fact))
  const reading = new Reading(
    text,
    [...cited, ...item],
    previous,
    all.filter((fact) => !cited.includes(fact) && fact.fact.property !== 'item'),
  )
  for (const check of wordChecks) check(reading)
  if (spoilerFree) checkSpoilers(reading)
  const claims = makeClaims(reading)
  const accepted = reading.refusals.length === 0
  const verdict = {
    text,
    accepted,
    refusals: reading.refusals,
    claims: accepted ? claims : [],
    factIds: accepted ? [...new Set(claims.flatMap((claim) => claim.factIds))] : [],
  }
  return { verdict, reading }
}

/** The fewest facts that carry the sentence, found among all; verified again against only these. */
function assign(text: string, ground: Ground): SentenceVerdict {
  const { all } = ground
  const wide = verify(text, all, ground)
  if (!wide.accepted) return wide
  const pick = (ids: readonly string[]): SentenceVerdict =>
    verify(
      text,
      all.filter((fact) => ids.includes(fact.fact.id)),
      ground,
    )
  const narrow = pick(wide.factIds)
  if (narrow.accepted) return narrow
  for (const fact of all) {
    const wider = pick([...wide.factIds, fact.fact.id])
    if (wider.accepted) return wider
  }
  return wide
}

/**
 * Verdict of one sentence. It may rest only on the facts that it cites (and on what the item is called); `null` lets the fewest facts of the request
 * that carry it be found. Facts of the sentence before are known to "it".
 */
export function groundIndexed(
  text: string,
  factIds: readonly string[] | null,
  facts: readonly IndexedFact[],
  previous: readonly IndexedFact[] = [],
  spoilerFree = false,
): SentenceVerdict {
  const ground = { all: facts, previous, spoilerFree }
  if (factIds === null || factIds.length === 0) return assign(text, ground)
  const unknown = factIds.filter((id) => !facts.some((fact) => fact.fact.id === id))
  if (unknown.length > 0) {
    return {
      text,
      accepted: false,
      refusals: [{ code: 'citation', reason: `there is no fact ${unknown.join(', ')}`, start: 0, end: text.length }],
      claims: [],
      factIds: [],
    }
  }
  return verify(
    text,
    facts.filter((fact) => factIds.includes(fact.fact.id)),
    ground,
  )
}
