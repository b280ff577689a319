import { expect, test } from 'vitest'
import { parseChangelogMarkdown } from './parse-changelog-markdown.js'
import { plainMarkdown } from './plain-markdown.js'

test.each([
  ['\\*bleep\\* _softly_ **loud** *both*', '*bleep* softly loud both'],
  ['See [a page](https://e.org/a_(b)) and snake_case, 2 * 3 * 4, C\\#', 'See a page and snake_case, 2 * 3 * 4, C#'],
  ['Well \\[laughs\\], yes \\[12:01\\] and arr[0].', 'Well, yes and arr[0].'],
  ['*"Go up." \\[Make a right turn\\]*', '"Go up."'],
  ['> quoted\n# title', 'quoted title'],
])('the Markdown %j says %j', (markdown, words) => {
  expect(plainMarkdown(markdown)).toBe(words)
})

test('breaks and jingles are nobody’s words, in any of their spellings; turns need no blank line', () => {
  const text =
    '**Ada:** One.\n**Ben:** Two.\n\n**Break:** \\[21:25\\]\n\nBreak: \\[1:02:03\\]\n\n**Jingle**: \\[21:25\\] to \\[22:00\\]\n\nThree.\n\n---\n\n**Ada:** Take a break: it helps.'
  expect(parseChangelogMarkdown(text).segments.map(({ speaker, text: said }) => [speaker, said])).toEqual([
    ['Ada', 'One.'],
    ['Ben', 'Two.'],
    [null, 'Three.'],
    ['Ada', 'Take a break: it helps.'],
  ])
})
