import type { NarrativeExample } from '../../example.js'
import type { NarrativeFact } from '../../fact.js'
import type { NarrativeRequest } from '../../request.js'
import type { BuiltPrompt, PromptLimits, PromptMessage } from './narrative-prompt.js'
import type { PromptText } from './prompt-text.js'
import { quoteUntrusted } from './quote-untrusted.js'

/** What an answer looks like: written for an example, and as a schema for the facts that are shown. */
export interface AnswerForm {
  readonly ofExample: (sentences: NarrativeExample['sentences']) => object
  readonly schema: (factIds: readonly string[]) => object
}

/** From plenty to the least that makes a narrative: facts beside those of the transcript, passages of it, texts to avoid. */
const sizes = [
  { maxFacts: 24, maxPassages: 6, maxAvoid: 12 },
  { maxFacts: 14, maxPassages: 3, maxAvoid: 6 },
  { maxFacts: 8, maxPassages: 2, maxAvoid: 4 },
  { maxFacts: 4, maxPassages: 1, maxAvoid: 2 },
] as const
type Size = (typeof sizes)[number]

/**
 * The system message, then the examples as turns of a conversation that is always the same for the same examples, and the request last: an engine keeps
 * all that stands before the last message. Where there is no room, examples go first, from the last one on (what is left is still the same prefix), then facts.
 */
export function buildPrompt(text: PromptText, form: AnswerForm, request: NarrativeRequest, limits: PromptLimits): BuiltPrompt {
  const room = (limits.maxCharacters ?? Number.POSITIVE_INFINITY) - text.system.length
  let shown: readonly NarrativeFact[] = []
  let content = ''
  for (const size of sizes) {
    shown = uniqueById([...chooseFacts(request, size.maxFacts), ...request.passages.slice(0, size.maxPassages)])
    content = userText(text, request, shown, size)
    if (content.length <= room) break
  }
  const examples = examplesWithin(room - content.length, text, form, request.examples ?? [])
  const factIds = shown.map((fact) => fact.id)
  const leftOut = uniqueById([...request.facts, ...request.passages]).length - shown.length
  return {
    messages: [{ role: 'system', content: text.system }, ...examples, { role: 'user', content }],
    schema: form.schema(factIds),
    factIds,
    warnings: leftOut === 0 ? [] : [`${leftOut} of ${leftOut + shown.length} facts were left out: the prompt has no room for them`],
  }
}

function examplesWithin(room: number, text: PromptText, form: AnswerForm, examples: readonly NarrativeExample[]): readonly PromptMessage[] {
  const messages: PromptMessage[] = []
  let left = room
  for (const { facts, sentences } of examples) {
    const asked = `${factsText(facts)}\n${text.headings.answer}`
    const answer = JSON.stringify(form.ofExample(sentences))
    left -= asked.length + answer.length
    if (left < 0) break
    messages.push({ role: 'user', content: asked }, { role: 'assistant', content: answer })
  }
  return messages
}

/** Those that the ranker's reasons rest on first, then the rest in order; shown in the order of the request. */
function chooseFacts(request: NarrativeRequest, maxFacts: number): readonly NarrativeFact[] {
  if (request.facts.length <= maxFacts) return request.facts
  const cited = new Set(request.reasons.flatMap((reason) => reason.factIds))
  const first = request.facts.filter((fact, index) => index === 0 || cited.has(fact.id))
  const ids = new Set([...first, ...request.facts].map((fact) => fact.id))
  const chosen = new Set(ids.values().take(maxFacts))
  return request.facts.filter((fact) => chosen.has(fact.id))
}

function uniqueById(facts: readonly NarrativeFact[]): readonly NarrativeFact[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()]
}

function userText(text: PromptText, request: NarrativeRequest, facts: readonly NarrativeFact[], { maxAvoid }: Size): string {
  const { headings } = text
  const shown = new Set(facts.map((fact) => fact.id))
  const reason = request.reasons[0]?.factIds.filter((id) => shown.has(id)) ?? []
  const lines = [
    `Task: ${text.styles[request.style]} At most ${request.maxWords} words. Language: ${request.language}.`,
    request.spoilerFree && request.kind === 'episode' ? text.spoilerFree : '',
    listing(headings.guidelines, (request.guidelines ?? []).slice(0, 12), 280),
    `The ${request.kind}: ${quoteUntrusted(request.item.title, 160)} by ${quoteUntrusted(request.item.by, 160)}`,
    factsText(facts),
    reason.length > 0 ? `${headings.reason} ${reason.join(', ')}` : '',
    listing(headings.avoid, request.avoid.slice(0, maxAvoid), 160),
    listing(headings.refusals, request.refusals.slice(0, 8), 200),
    headings.answer,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function factsText(facts: readonly { readonly id: string; readonly statement: string; readonly property?: string }[]): string {
  const lines = facts.map(({ id, statement, property }) => `${JSON.stringify(id)}:${quoteUntrusted(statement, property === 'transcript' ? 480 : 280)}`)
  return `Facts: {\n${lines.join(',\n')}\n}`
}

function listing(heading: string, texts: readonly string[], limit: number): string {
  return texts.length === 0 ? '' : [heading, ...texts.map((text) => `- ${quoteUntrusted(text, limit)}`)].join('\n')
}
