import { compile } from 'html-to-text'
import { cleanText } from '../../clean-text.js'
import { UNREADABLE } from '../../files/read-text.js'

/** Longer than any show notes; what comes after it is left out. */
const MOST_MARKUP = 300_000
const MOST_TEXT = 50_000

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 40, maxChildNodes: 5_000, maxInputLength: MOST_MARKUP, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'hr', format: 'lineBreak' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: '' } },
    { selector: 'blockquote', format: 'block' },
    ...['script', 'style', 'iframe'].map((selector) => ({ selector, format: 'skip' })),
  ],
})

/** The plain text of HTML, one line for each of its blocks; null: there is none, or it cannot be read. */
export function htmlText(html: string | undefined): string | null {
  if (html === undefined) return null
  const lines = convert(html.slice(0, MOST_MARKUP)).split('\n').map(cleanText)
  const text = lines.filter((line) => line !== '').join('\n')
  return text === '' || text.includes(UNREADABLE) ? null : text.slice(0, MOST_TEXT).toWellFormed()
}

/** Text whose entities were escaped twice, as in many titles: "Questions &amp;amp; Answers". Tags stay what they are: text. */
export function decodeEntities(text: string): string {
  return /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text) ? convert(text.slice(0, MOST_MARKUP).replaceAll('<', '&lt;').replaceAll('>', '&gt;')) : text
}
