import type { Clause } from './clause.js'

/** Between two clauses; the second goes on in lower case. */
const joints = [', and ', ' and ', ', but ', ', while ']

/**
 * GBNF grammar (llama.cpp, grammars/README.md) of one sentence about one or two facts. The model chooses what comes first, how the two
 * are joined, and whether a name that was just said becomes "it"; the claims stand as they are. Left more freedom, models of this
 * size drop a "first", mix two facts or invent a third.
 */
export function sentenceGrammar(clauses: readonly Clause[]): string {
  const [first, second] = clauses
  if (first === undefined) return 'root ::= "."'
  const orders = second === undefined ? [alone(first)] : [inOrder(first, second), inOrder(second, first)]
  return `root ::= (${orders.join(' | ')})`
}

function alone(clause: Clause): string {
  return literal(withFullStop(clause.subject + clause.rest))
}

function inOrder(first: Clause, second: Clause): string {
  const joined = continuations(first, second).map((text) => literal(withFullStop(text)))
  const after = `(${joints.map(literal).join(' | ')}) (${joined.join(' | ')})`
  return `${literal(first.subject + first.rest)} (${after} | ${literal('. ')} ${alone(second)})`
}

/** How the second clause may go on after the first. */
function continuations(first: Clause, second: Clause): readonly string[] {
  const begin = second.isNamed ? second.subject : second.subject.charAt(0).toLowerCase() + second.subject.slice(1)
  const isClearIt = second.titles.length > 0 && first.titles.length === 1 && first.titles[0] === second.subject
  const isSameSpeaker = !second.isNamed && first.subject === second.subject
  return [begin + second.rest, ...(isClearIt ? [`it${second.rest}`] : []), ...(isSameSpeaker ? [second.rest.trimStart()] : [])]
}

function withFullStop(text: string): string {
  return /[.!?…]["”]?$/u.test(text) ? text : `${text}.`
}

function literal(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}
