import { describe, expect, it } from 'vitest'
import { sampleBrief } from '../../__fixtures__/sample-brief.js'
import { answer, evaluatedBrief } from '../__fixtures__/answers.js'
import { reportEvaluation } from '../report.js'
import { escapeHtml } from './escape-html.js'
import { renderClaims } from './render-claims.js'
import { renderEvaluationPage } from './render-page.js'

const plan = { recipe: null, style: 'blurb', language: 'en', seed: 1 } as const
const hostile = `<script>alert(1)</script><img src=x onerror="alert(2)">'"&\u202Egnp.exe\u0000</style>`

function page(title: string, text: string, listener = 'ada'): string {
  const brief = sampleBrief({ item: { title, by: title }, reasons: [{ code: title, weight: 1, evidenceIds: [] }] })
  const own = answer(text, evaluatedBrief({ listener }, brief), { fallbackReason: text })
  return renderEvaluationPage(
    reportEvaluation({
      createdAt: '2026-01-01T00:00:00.000Z',
      complete: true,
      plan,
      providers: ['pen'],
      answers: [own],
      judge: null,
      scores: new Map([[own, 4]]),
    }),
  )
}

describe('the page', () => {
  it('shows hostile titles and texts as text', () => {
    const html = page(hostile, hostile, hostile)
    for (const harm of ['<script', '<img', 'onerror="', '\u202E', '\u0000']) expect(html).not.toContain(harm)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    const names = new Set([...html.matchAll(/<(?<name>[a-z][a-z0-9]*)/g)].map((match) => match.groups?.['name']))
    expect([...names].toSorted().filter((name) => ['a', 'script', 'iframe', 'img', 'link', 'object', 'form', 'base', 'svg'].includes(String(name)))).toEqual([])
  })

  it('asks for nothing: no script may run and no style but its own', () => {
    const html = page('A', 'You played C-Doc 212 times in 2016.')
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[\w+/]+=*'; base-uri 'none'; form-action 'none'"/)
    expect(html).not.toMatch(/https?:|style="|url\(/)
  })

  it('marks what each clause rests on, by the number of the fact', () => {
    const html = page('A', 'You played C-Doc 212 times in 2016.')
    expect(html).toMatch(/<span class="supported">You played C-Doc 212 times in 2016<sup>F1<\/sup><\/span>\./)
  })
})

describe('claims', () => {
  it('join to the text whatever their offsets are', () => {
    const text = 'One & two, <three>.'
    const claims = [
      { start: 4, end: 9, support: 'opinion', evidenceIds: [] },
      { start: 0, end: 3, support: 'supported', evidenceIds: ['e1', 'unknown'] },
      { start: 2, end: 6, support: 'supported', evidenceIds: ['e1'] },
      { start: 5, end: 500, support: 'supported', evidenceIds: [] },
    ] as const
    const html = renderClaims(text, claims, (id) => (id === 'e1' ? 'F1' : null))
    expect(html).toBe('<span class="supported">One<sup>F1</sup></span> <span class="opinion">&amp; two<sup>opinion</sup></span>, &lt;three&gt;.')
    expect(html.replaceAll(/<sup>.*?<\/sup>|<[^>]+>/g, '')).toBe(escapeHtml(text))
  })
})
