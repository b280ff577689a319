import { ofListener, silence } from './en/hearing-words.js'
import { within } from './mentions.js'
import type { Reading } from './reading.js'

const heardOnly = new Set('heard hear listened'.split(' '))
const liking = new Set('like liked dislike disliked avoid avoided avoids hate hated ignore ignored skip skipped shun shunned'.split(' '))

/** Where plays end, nothing is known of the artist; where a tag was not played, nothing is known of what was heard elsewhere or is disliked. */
export function checkSilence(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (token.role === 'name' || token.role === 'quotation' || token.kind !== 'word') continue
    const clause = reading.clauseOf({ first: index })
    const subject = reading.names.some((name) => within(name, clause) && name.last < index)
    const heardOf = token.key === 'heard' && reading.tokens[index + 1]?.key === 'of'
    if ((silence.has(token.key) || heardOf) && subject && !reading.keys(clause).some((key) => ofListener.has(key)))
      reading.refuse('listening', `“${token.text}” is known of your plays only`, { first: index, last: index })
    const unplayed = reading.facts.filter(({ fact }) => fact.property === 'no-tag-plays')
    const tagged = reading.tags.some((tag) => within(tag, clause) && unplayed.some((fact) => fact.tags.includes(tag.tag)))
    if (
      tagged &&
      (liking.has(token.key) || (heardOnly.has(token.key) && reading.tokens.some(({ key }) => key === 'never' || key === 'havent' || key === 'not')))
    )
      reading.refuse('listening', 'the cited facts count plays of releases, and say no more', { first: index, last: index })
  }
}
