import { summaryOf } from '../summary.js'
import type { NarrativeEvaluation } from '../report.js'
import { escapeHtml } from './escape-html.js'

/** The figures as a table, a column for each provider. */
export function renderSummary({ providers, judge }: NarrativeEvaluation): string {
  const groups = Map.groupBy(summaryOf(providers), ({ group }) => group)
  const head = providers.map(
    ({ provider, model }) => `<th scope="col">${escapeHtml(provider)}${model === null ? '' : `<small>${escapeHtml(model)}</small>`}</th>`,
  )
  const bodies = [...groups].map(([group, rows]) => {
    const lines = rows.map(({ name, goal, cells }) => {
      const values = cells.map(({ text, isMet }) => `<td>${mark(isMet)}${escapeHtml(text)}</td>`)
      return `<tr><th scope="row">${escapeHtml(name)}${goal === '' ? '' : ` <small>goal ${escapeHtml(goal)}</small>`}</th>${values.join('')}</tr>`
    })
    return `<tbody><tr><th class="group" scope="rowgroup" colspan="${providers.length + 1}">${escapeHtml(group)}</th></tr>${lines.join('\n')}</tbody>`
  })
  return `<div class="scroll" role="region" aria-label="Figures" tabindex="0"><table>
<thead><tr><th scope="col">Measure</th>${head.join('')}</tr></thead>
${bodies.join('\n')}
</table></div>${judge === null ? '' : renderJudge(judge)}`
}

function mark(isMet: boolean | null): string {
  if (isMet === null) return ''
  return isMet
    ? '<span class="met">✓<span class="spoken"> goal reached: </span></span> '
    : '<span class="missed">✗<span class="spoken"> goal missed: </span></span> '
}

function renderJudge({ provider, model, labelledBy, agreement, unread }: NonNullable<NarrativeEvaluation['judge']>): string {
  const { n, exact, weightedKappa } = agreement
  const exactly = exact.share === null ? 'unknown' : `${Math.round(exact.share * 100)} %`
  return `<p class="note">Tone was judged by ${escapeHtml(provider)}${model === null ? '' : ` (${escapeHtml(model)})`}. How much that is worth: on ${n} labelled texts it gave the
label's own score in ${exactly} of the cases, weighted kappa ${weightedKappa?.toFixed(2) ?? 'unknown'}; ${unread.labelled} of the labelled and ${unread.texts} of the other answers
held no score. Labels: ${escapeHtml(labelledBy)}</p>`
}
