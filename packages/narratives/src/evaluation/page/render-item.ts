import type { EvaluatedAnswer, EvaluatedItem } from '../report.js'
import { escapeHtml } from './escape-html.js'
import { renderClaims } from './render-claims.js'

const authorship = {
  words: 'in its own words',
  plan: 'by rules, from its plan',
  rules: 'by rules',
  fallback: 'fell back',
  nobody: 'nobody wrote',
} as const

/** One brief, and what each provider made of it, side by side. */
export function renderItem(item: EvaluatedItem): string {
  const numbers = new Map(item.facts.map(({ id }, index) => [id, `F${index}`]))
  const first = new Set(item.firstReason?.evidenceIds)
  const facts = item.facts.map(({ id, statement }) => {
    const text = `<b>${numbers.get(id)}</b> ${escapeHtml(statement)}`
    return `<li${first.has(id) ? ' class="first"' : ''}>${text}${first.has(id) ? ' <em>first reason</em>' : ''}</li>`
  })
  return `<article>
<header><h3>${escapeHtml(item.title)}</h3><p class="by">${escapeHtml(item.by)} · for ${escapeHtml(item.listener)} · ${item.kind}${
    item.firstReason === null ? '' : ` · chosen for <strong>${escapeHtml(item.firstReason.code)}</strong>`
  }</p></header>
<div class="answers">${item.answers.map((answer) => renderAnswer(answer, (id) => numbers.get(id) ?? null)).join('\n')}</div>
<details><summary>${item.facts.length} facts</summary><ul>${facts.join('\n')}</ul></details>
</article>`
}

function renderAnswer(answer: EvaluatedAnswer, numberOf: (evidenceId: string) => string | null): string {
  const isOwn = answer.authorship !== 'fallback' && answer.authorship !== 'nobody'
  const standIn = answer.authorship === 'fallback' ? `: ${escapeHtml(answer.writtenBy ?? '')} wrote` : ''
  const text = answer.text === null ? '<p class="none">No text.</p>' : `<p class="text">${renderClaims(answer.text, answer.claims, numberOf)}</p>`
  const refused = answer.firstAttempt.filter(({ accepted }) => !accepted)
  return `<section class="${isOwn ? 'own' : 'other'}">
<h4>${escapeHtml(answer.provider)} <small>${authorship[answer.authorship]}${standIn}${answer.tone === null ? '' : ` · tone ${answer.tone}`}</small></h4>
${text}
${answer.fallbackReason === null ? '' : `<p class="why">${escapeHtml(answer.fallbackReason)}</p>`}
${refused.map(renderRefusal).join('\n')}
</section>`
}

function renderRefusal({ text, refusals }: EvaluatedAnswer['firstAttempt'][number]): string {
  return `<p class="refused">Refused: <q>${escapeHtml(text)}</q> <span class="why">${refusals.map(({ code, reason }) => `${escapeHtml(code)}: ${escapeHtml(reason)}`).join('; ')}</span></p>`
}
