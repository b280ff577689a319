import type { NarrativeFact } from '@linernotes/narrative-sdk'
import type { NarrativePrompt } from '@linernotes/narrative-sdk/langchain'
import type { GenerateRequest } from '../child/message.js'
import { cleanLine } from '../clean-line.js'
import { english } from '../plan/english.js'
import { planMenu } from '../plan/plan-options.js'

const systemText =
  'Tell a friend in two short sentences why a track was picked for them: one for each line of facts. Use only the facts. Keep every name and number as it is, and say it once.'

const examples: readonly (readonly [facts: string, text: string])[] = [
  [
    'You played Ana Lux 57 times in 2014. Your last Ana Lux play was in May 2016.\n“Slow Rain” is from the release “Weather”, 2012.',
    'You played Ana Lux 57 times in 2014, and your last Ana Lux play was in May 2016.\nNext is one from the release “Weather”, 2012.',
  ],
  [
    '18 listeners who play The Tides also play Mora.\nThe release “Low Sun” came out on the label Pale Moon.',
    'Here 18 listeners who play The Tides also play Mora.\nThis one came out on the label Pale Moon.',
  ],
  [
    'You played tracks from releases tagged dub 140 times. Fewer than 10 listeners here have played Ember.\n“Ember” is the only Ben Ode release in this catalogue.',
    'You played tracks from releases tagged dub 140 times, and fewer than 10 listeners here have played Ember.\nIt is the only Ben Ode release in this catalogue.',
  ],
  [
    'You played 31 tracks of Kite Records since 2021.\n“Mondeo” is from the release “Remix Is Love”, 2010.',
    'You played 31 tracks of Kite Records since 2021.\nHere is one from the release “Remix Is Love”, 2010.',
  ],
]

export const wordsPrompt: NarrativePrompt = {
  version: 'words-2',
  build: (request) => ({
    messages: [{ role: 'system', content: systemText }],
    schema: {},
    factIds: [...request.facts, ...request.passages].map(({ id }) => id),
    warnings: [],
  }),
}

/** The same beginning for every text, which the engine reads once, then the facts, a line for each sentence. */
export function wordsMessages(groups: readonly (readonly NarrativeFact[])[]): GenerateRequest['messages'] {
  const shown = examples.flatMap(([facts, text]) => [
    { role: 'user' as const, content: facts },
    { role: 'assistant' as const, content: text },
  ])
  const content = groups.map((facts) => facts.map(({ statement }) => cleanLine(statement)).join(' ')).join('\n')
  return [{ role: 'system', content: systemText }, ...shown, { role: 'user', content }]
}

/** What is told, a sentence each: why the item was chosen, then the most specific thing that is known of it, and what the style asks for. */
export function groupFacts(request: Parameters<NarrativePrompt['build']>[0]): readonly (readonly NarrativeFact[])[] {
  const { leads, details, last } = planMenu(request, english)
  const detail = details.find(({ facts }) => facts.length === 1 && !facts.some((fact) => leads[0]?.facts.includes(fact)))
  // Two counts in one sentence are what a small model mixes up: of what listeners share, it tells that alone.
  const shared = leads[0]?.facts.filter(({ property }) => property === 'shared-audience') ?? []
  return [shared.length > 0 ? shared : leads[0]?.facts, detail?.facts, last?.facts].flatMap((facts) => (facts === undefined ? [] : [facts]))
}
