import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import type { NarrativePrompt, PromptMessage } from '@linernotes/narrative-sdk/langchain'
import type { GenerateRequest } from '../child/message.js'
import { english } from './english.js'
import { planMenu, type PlanMenu } from './plan-options.js'
import { seededRandom, shuffled } from './seeded-random.js'

/** Changing a word of it, or of a wording, changes `version`: texts are kept by it. */
const systemText =
  'You plan a note of two sentences about a record. You are given what is known of the listener, then what is known of the record. Pick what to tell: why it was picked, and one surprising thing beside it. What can be told of few records is better than what can be told of all.'

const examples: readonly (readonly [known: string, plan: string])[] = [
  ['plays first; release label tags length', 'plays first; label'],
  ['plays last; release only label length', 'plays last; only'],
  ['shelf few; release tags longest length', 'longest; shelf few'],
  ['shared plays; label release length tags', 'shared plays; release'],
  ['house; collection release length tags', 'house; collection'],
  ['record; tags length label mix', 'mix; record'],
  ['plays first; start length tags label', 'first; start'],
  ['shelf; single length release', 'shelf; single'],
  ['show; guest date time notes', 'show; guest'],
]

export const planPrompt: NarrativePrompt = {
  version: 'plan-4',
  build(request) {
    const { leads, details, last } = planMenu(request, english)
    const facts = new Set([...leads, ...details, ...(last === null ? [] : [last])].flatMap((option) => option.facts))
    return { messages: [{ role: 'system', content: systemText } satisfies PromptMessage], schema: {}, factIds: [...facts].map(({ id }) => id), warnings: [] }
  },
}

/** The same beginning for every plan, which the engine reads once, then a dozen words. */
export function planMessages(menu: PlanMenu, request: NarrativeRequest): GenerateRequest['messages'] {
  // A small model leans to what stands first: that is left to chance.
  const random = seededRandom(JSON.stringify([request.seed, request.item]))
  const words = (options: PlanMenu['leads']): string => [...new Set(shuffled(options, random).flatMap(({ code }) => code.split(' ')))].join(' ')
  const shown = examples.flatMap(([known, plan]) => [
    { role: 'user' as const, content: known },
    { role: 'assistant' as const, content: plan },
  ])
  return [
    { role: 'system', content: systemText },
    ...shown,
    {
      role: 'user',
      content: [menu.leads, menu.details]
        .map(words)
        .filter((part) => part !== '')
        .join('; '),
    },
  ]
}
