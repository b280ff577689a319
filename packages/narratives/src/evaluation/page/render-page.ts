import { createHash } from 'node:crypto'
import type { NarrativeEvaluation } from '../report.js'
import { escapeHtml } from './escape-html.js'
import { pageStyle } from './page-style.js'
import { renderItem } from './render-item.js'
import { renderSummary } from './render-summary.js'

/** An evaluation as one page that needs nothing else: no script, no request, no style but its own, whatever stands in titles and texts. */
export function renderEvaluationPage(evaluation: NarrativeEvaluation): string {
  const { asked, createdAt, complete, items } = evaluation
  const style = createHash('sha256').update(pageStyle).digest('base64')
  const lists = [...Map.groupBy(items, ({ list }) => list)]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Narratives, side by side</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>Narratives, side by side</h1>
<p class="by">${escapeHtml(createdAt.slice(0, 16).replace('T', ' '))} UTC · ${count(asked.items, 'brief')} in ${count(asked.lists, 'list')} for ${count(asked.listeners, 'demo listener')} ·
style ${escapeHtml(asked.style)} · recipe ${escapeHtml(asked.recipe ?? 'the default')} · seed ${asked.seed}${complete ? '' : ' · <strong>stopped before it was done</strong>'}</p>
<h2>Figures</h2>
${renderSummary(evaluation)}
<h2>How to read the texts</h2>
<p>A clause that is <span class="supported">underlined<sup>F1</sup></span> rests on the facts named beside it; one with <span class="opinion">dots<sup>opinion</sup></span> is
opinion and states nothing. A green edge: the provider asked for wrote it. A red edge: it did not, and the line below says why.</p>
${lists.map(([list, its]) => `<h2>List ${list}, for ${escapeHtml(its[0]?.listener ?? '')}</h2>\n${its.map(renderItem).join('\n')}`).join('\n')}
</main>
</body>
</html>
`
}

function count(value: number, noun: string): string {
  return `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`
}
