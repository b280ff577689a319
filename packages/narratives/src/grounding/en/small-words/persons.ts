import { guard, type Guard } from '../../small-words/guard.js'
import { isPair } from './is-pair.js'

const did = 'played|heard|met|finished|stopped|started|began|discovered|dropped|left|put|gave|came|listened|returned|know|knew'
const listening = `(?:have |had |ve |never |last |first |only |have never )*(?:${did})`

/** Listening facts are about "you" and nobody else; others are counted, and they play. English. */
export const personGuards: readonly Guard[] = [
  // "NAME, who played 21 times": the listener did.
  guard(
    'listening',
    'only you are known to have listened',
    String.raw`{maker},? (?:who|which|that) (?:has |have |had )?(?:first |last )?(?:played|heard|listened|finished|spun)\b`,
  ),
  guard(
    'listening',
    'only you are known to have listened',
    String.raw`\b(?:they|we|i|he|she|everybody|everyone|somebody|the band|the artist)(?:[’']ve|[’']d)? ${listening}\b`,
  ),
  guard(
    'listening',
    'no cited fact says what listeners did',
    String.raw`(?<!(?:\d⟩|\bthe|\bthese|\bthose|\bof|\bten|\bhere|\bmore|\bfew) )\b(?:listeners|people|fans) (?:here )?${listening}\b`,
  ),
  guard(
    'listening',
    'these are your plays',
    String.raw`\b(?:their|our|my|his|her) (?:own )?(?:history|plays|favourites|taste|shelf|shelves|first (?:{A} )?plays?|last (?:{A} )?plays?|{n} plays|{A} plays|{g} plays)\b`,
    ({ head }) => /\b(?:people|listeners)\b/iu.test(head),
  ),
  guard(
    'listening',
    'these are your plays',
    String.raw`\bplays? (?:of|from) (?:theirs|mine|ours|them)\b|\bare (?:theirs|mine|ours)\b|\bour (?:favourites|listeners|plays)\b`,
  ),
  guard(
    'relation',
    'what is counted here is who plays, not who makes',
    String.raw`\b(?:who|whom|people|listeners|favourites|them|both) (?:also |too )?(?:make|makes|made|wrote|write|own|love|loves|loved|hate|hates|like|prefer|miss)\b`,
    (context) => /\bwho (?:also )?made\b/iu.test(context.clause) && isPair(context, 'remixer'),
  ),
  guard(
    'relation',
    'a record is not about you',
    String.raw`\b(?:heard|remixed|found|reached|tagged with|off|inside|all of|is on|are on|are about|is about) you\b(?! (?:played|know|have|had|finished|heard))`,
  ),
  guard(
    'relation',
    'you are no record',
    String.raw`\byou(?: are| is| was| were| came out| calls?| shares?| runs?| lasts?| takes| sits?)\b(?= (?:a|an|the|{t}|{D}|{c}|{N}|one|out|on|in|{n})\b)`,
    ({ clause }) => /\b(?:who|that|what|where) you\b|\byou (?:share|came|sit|run|take)\b/iu.test(clause),
  ),
  guard(
    'listening',
    'nobody knows who else was there',
    String.raw`\b(?:with everyone|with everybody|with friends|at home|together with you|in the car|at work|on repeat)\b`,
    ({ reading }) => reading.facts.some((fact) => fact.passageStems.includes('home')),
  ),
  guard('listening', 'people are counted, or named', String.raw`(?:\b(?:no|track|your|any)|{g}) people\b`),
  guard(
    'listening',
    'labels do not listen',
    String.raw`{n} (?:labels|artists|hosts|guests|bands|critics|friends|fans|experts|editors|users|countries|cities)(?: here)? (?:have|has|who|play|know|here|share)\b`,
    ({ clause, reading }) => /\bartists share\b/iu.test(clause) && reading.facts.some(({ fact }) => fact.property === 'compilation'),
  ),
  guard(
    'listening',
    'only you are known to have listened',
    String.raw`\bthey (?!play|also|share|made|put|have {n} (?:listeners|people)|talk|say|speak|tell|take|are\b)`,
    ({ reading }) => reading.facts.some(({ fact }) => fact.property === 'description' || fact.property === 'transcript'),
  ),
  guard('listening', 'no cited fact says what listeners have', String.raw`(?<![\w⟩] )\b(?:listeners|people) have (?:not|no|{n}|{g})`),
  guard('relation', 'you are no record', String.raw`\byou (?:is|was|has|shares|calls|runs|lasts)\b`),
  guard('relation', 'a record is not about you', String.raw`\b(?:on|into|played|puts|know|heard) you(?=[,.;:!?]|$)`),
  guard('relation', 'what is counted here is who plays, not who makes', String.raw`\b(?:also|they|do|who|{A}) make\b`),
  guard(
    'listening',
    'who plays is you, or is counted',
    String.raw`\b(?:playing|plays) {A}`,
    ({ head, reading }) =>
      /\b(?:you|your|who|people|listeners|no|of|them|and|that)\b|⟨#n/iu.test(head) ||
      !reading.facts.some(({ fact }) => fact.property === 'description' || fact.property === 'transcript'),
  ),
]
