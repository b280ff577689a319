import { audienceProperties, listeningProperties } from './en/claim-words.js'
import { listenerVerbs, releaseNouns } from './en/other-words.js'
import { within, type NameMention, type NameRole } from './mentions.js'
import type { Reading } from './reading.js'

const heardVerbs = new Set('played heard met finished listened'.split(' '))
const subjects: ReadonlySet<NameRole> = new Set<NameRole>(['artist', 'target', 'label', 'release', 'show', 'anchor', 'title'])

/** "C-Doc played you", "why you left", "you stopped and so did C-Doc": nothing of the kind is ever known. */
function checkTurned(reading: Reading): void {
  const keyAt = (index: number): string =>
    reading.tokens[index]?.role === 'name' || reading.tokens[index]?.role === 'quotation' ? '' : (reading.tokens[index]?.key ?? '')
  const listening = reading.supports.some((support) =>
    reading.facts.some((fact) => support.factIds.includes(fact.fact.id) && listeningProperties.has(fact.fact.property)),
  )
  for (const index of reading.tokens.keys()) {
    const mention = { first: index, last: index }
    if (heardVerbs.has(keyAt(index)) && keyAt(index + 1) === 'you') reading.refuse('listening', 'no cited fact says what was done to you', mention)
    if (keyAt(index) === 'why' && (['you', 'they', 'he', 'she', 'we'].includes(keyAt(index + 1)) || reading.names.some((name) => name.first === index + 1)))
      reading.refuse('relation', 'no cited fact gives a reason', mention)
    if (keyAt(index) === 'so' && ['did', 'does', 'do', 'has'].includes(keyAt(index + 1)) && listening)
      reading.refuse('listening', 'no cited fact says it of both', mention)
  }
}

/** "the Rec72 release you played": the label says which release. */
function describes(reading: Reading, name: NameMention): boolean {
  const [before, after] = [reading.tokens[name.first - 1]?.key ?? '', reading.tokens[name.last + 1]]
  return ['a', 'the'].includes(before) && after?.role === null && releaseNouns.has(after.key) && name.names.every((form) => form.role === 'label')
}

/** What a clause says about "you" stands in a cited fact about this listener, and about the same artist, label, release or show. */
export function checkListening(reading: Reading): void {
  checkTurned(reading)
  for (const [index, token] of reading.tokens.entries()) {
    const name = reading.names.find((candidate) => candidate.first === index + 1)
    if (name === undefined || token.role !== null || !['remember', 'dropped'].includes(token.key)) continue
    const known = reading.facts.some(
      (fact) => listeningProperties.has(fact.fact.property) && fact.names.some((own) => name.names.some((form) => form.value === own.value)),
    )
    if (!known) reading.refuse('listening', `no cited fact says that you played ${reading.textOf(name)}`, name)
  }
  for (const clause of reading.clauses) {
    const inside = reading.tokens.map((token, index) => ({ token, index })).filter(({ index }) => index >= clause.first && index <= clause.last)
    const you = inside.find(({ token }) => token.role !== 'name' && token.role !== 'quotation' && ['you', 'youve', 'youd', 'youll'].includes(token.key))
    if (you === undefined) continue
    const verb = inside.find(({ token, index }) => index > you.index && token.role !== 'name' && token.role !== 'quotation' && listenerVerbs.has(token.key))
    const next = reading.tokens[you.index + 1]
    if (next?.key === 'and' && reading.numbers.some((number) => number.unit === 'person' && within(number, { first: you.index, last: clause.last + 8 })))
      reading.refuse('listening', 'no cited fact counts you among them', { first: you.index, last: you.index })
    const introduces =
      ['hear', 'meet'].includes(reading.tokens[you.index + 2]?.key ?? '') &&
      reading.names.filter((name) => name.first >= you.index + 3 && within(name, clause)).every((name) => name.names.some((form) => form.role === 'person'))
    if (introduces && next?.key === 'will') continue
    if (['youll', 'youd'].includes(you.token.key) || ['will', 'would'].includes(next?.key ?? ''))
      reading.refuse('listening', 'nobody knows what you will do', { first: you.index, last: you.index })
    if (verb === undefined || (reading.tokens[you.index - 1]?.key === 'if' && next?.key === 'want')) continue
    const mention = { first: verb.index, last: verb.index }
    const own = reading.facts.filter((fact) => listeningProperties.has(fact.fact.property))
    const facts = own.length > 0 || heardVerbs.has(verb.token.key) ? own : reading.facts.filter((fact) => audienceProperties.has(fact.fact.property))
    if (facts.length === 0) {
      reading.refuse('listening', `no cited fact says what you ${verb.token.text}`, mention)
      continue
    }
    const object = reading.tokens[verb.index + 1]
    if (heardVerbs.has(verb.token.key) && object?.kind === 'word' && ['it', 'this', 'these'].includes(object.key))
      reading.refuse('listening', `no cited fact says that you ${verb.token.text} this`, mention)
    const came = inside.find(({ token, index }) => index < you.index && token.key === 'came')
    for (const name of reading.names.filter(
      (candidate) =>
        within(candidate, clause) &&
        !describes(reading, candidate) &&
        !(came !== undefined && candidate.last < came.index) &&
        candidate.names.some((own_) => subjects.has(own_.role)),
    )) {
      const known = name.names.some((form) => facts.some((fact) => fact.names.some((entry) => entry.value === form.value || entry.form === form.form)))
      if (!known) reading.refuse('listening', `no cited fact says that you ${verb.token.text} ${reading.textOf(name)}`, name)
    }
  }
}
