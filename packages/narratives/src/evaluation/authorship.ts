import type { Answer } from './evaluated.js'
import { meanOf, shareWhere, type Mean, type Share } from './estimate.js'

/**
 * Who wrote what was served: the provider asked for, in a model's own words ('words'), by rules from a model's plan ('plan') or by rules without
 * a model ('rules'); another provider of the order ('fallback'); or nobody.
 */
export type Authorship = 'words' | 'plan' | 'rules' | 'fallback' | 'nobody'

export function authorshipOf({ provider, result, attempts }: Answer): Authorship {
  if (result.type !== 'narrative') return 'nobody'
  if (result.provider !== provider) return 'fallback'
  if (result.realisation === 'model') return 'words'
  const last = attempts.at(-1)
  if (last === undefined) return 'rules'
  // Free and without a token: it has a model, and did not ask it.
  const isUnaided = last.usage !== null && last.usage.costMicroUsd === 0 && (last.usage.outputTokens ?? 0) === 0
  return !isUnaided && (last.capabilities.mode !== undefined || last.capabilities.realisation === 'model') ? 'plan' : 'rules'
}

/** Written by the provider asked for, whichever way. */
export function isOwn(answer: Answer): boolean {
  return ['words', 'plan', 'rules'].includes(authorshipOf(answer))
}

export interface ListAuthorship extends Readonly<Record<Authorship, number>> {
  readonly list: number
  readonly listener: string
  readonly items: number
}

export interface OwnTexts extends Readonly<Record<Authorship, Share>> {
  readonly lists: readonly ListAuthorship[]
  /** Mean over the lists of the share that the provider wrote itself. */
  readonly perList: Mean
  /** Lists of which it wrote at least 60 % itself. */
  readonly listsMostlyOwn: Share
}

/** From which share of own texts a list counts as written by the provider. */
const mostlyOwn = 0.6

function ownShareOf({ words, plan, rules, items }: ListAuthorship): number {
  return (words + plan + rules) / items
}

export function measureOwnTexts(answers: readonly Answer[]): OwnTexts {
  const lists = [...Map.groupBy(answers, ({ evaluated }) => evaluated.list)].map(([list, its]): ListAuthorship => {
    const count = (authorship: Authorship): number => its.filter((answer) => authorshipOf(answer) === authorship).length
    const counts = { words: count('words'), plan: count('plan'), rules: count('rules'), fallback: count('fallback'), nobody: count('nobody') }
    return { list, listener: its[0]?.evaluated.listener ?? '', items: its.length, ...counts }
  })
  const share = (authorship: Authorship): Share => shareWhere(answers, (answer) => authorshipOf(answer) === authorship)
  return {
    words: share('words'),
    plan: share('plan'),
    rules: share('rules'),
    fallback: share('fallback'),
    nobody: share('nobody'),
    lists,
    perList: meanOf(lists.map(ownShareOf)),
    listsMostlyOwn: shareWhere(lists, (list) => ownShareOf(list) >= mostlyOwn),
  }
}

/** Why others had to write, most often first: 'refused' for texts that grounding did not let through, else the words of the failure. */
export function fallbackReasons(answers: readonly Answer[]): readonly { readonly reason: string; readonly count: number }[] {
  const reasons = answers.flatMap((answer) => {
    const { result, provider } = answer
    if (isOwn(answer)) return []
    if (result.type !== 'narrative') return [result.type === 'declined' ? result.code : result.message]
    const why = result.fallbackReason ?? ''
    // "llama-local: refused: more than 25 words; ...": the first provider's reason stands first.
    const own = (why.startsWith(`${provider}: `) ? why.slice(provider.length + 2) : why).split(/; [a-z][a-z0-9-]*: /u, 1)[0] ?? ''
    return [own.startsWith('refused: ') ? 'refused' : own]
  })
  return [...Map.groupBy(reasons, (reason) => reason)]
    .map(([reason, all]) => ({ reason, count: all.length }))
    .toSorted((left, right) => right.count - left.count)
}
