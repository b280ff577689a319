import type { Corpus, CorpusPart } from './corpus.js'
import { judgeEntry, type Judgement } from './judge-entry.js'
import { isMutationRefused, sentencesOf } from './judge-mutation.js'
import { makeMutations } from './make-mutations.js'
import type { Mutation, MutationKind } from './mutation.js'
import { shareOf, type Share } from './wilson-interval.js'

/** A text whose verdict is not the one that the corpus gives it. */
export interface Miss {
  readonly brief: string
  readonly part: CorpusPart
  readonly text: string
  readonly kind: string
  readonly why: string
  /** Why grounding refused it; empty where it did not. */
  readonly reasons: readonly string[]
}

export interface KindFigures {
  readonly kind: string
  /** Of the broken texts of this kind, those refused. */
  readonly recall: Share
  /** The reason that most of them are refused for. */
  readonly code: string | null
  /** Of the broken texts of this kind and the true ones refused for that reason, the broken ones. */
  readonly precision: Share
}

export interface PartFigures {
  readonly texts: number
  readonly brokenRefused: Share
  readonly trueRefused: Share
}

export interface GroundingReport {
  readonly all: PartFigures
  readonly parts: Readonly<Record<CorpusPart, PartFigures>>
  readonly kinds: readonly KindFigures[]
  readonly published: readonly Miss[]
  readonly refused: readonly Miss[]
  readonly mutations: {
    readonly seed: number
    readonly refused: Share
    readonly kinds: Readonly<Record<MutationKind, Share>>
    readonly published: readonly { readonly brief: string; readonly from: string; readonly to: string; readonly text: string }[]
  }
  readonly goals: { readonly brokenRefused: number; readonly trueRefused: number; readonly met: boolean }
}

export interface CheckOptions {
  readonly mutations: number
  readonly seed: number
  readonly signal?: AbortSignal
  readonly onProgress?: (event: { readonly done: number; readonly total: number }) => void
}

/** At least so many of the broken texts are refused, at most so many of the true ones. */
const goals = { brokenRefused: 0.99, trueRefused: 0.03 } as const

/** How often the event loop is let in, in mutations. */
const CHUNK = 200

function figuresOf(judgements: readonly Judgement[]): PartFigures {
  const broken = judgements.filter(({ entry }) => entry.verdict === 'broken')
  const truths = judgements.filter(({ entry }) => entry.verdict === 'true')
  return {
    texts: judgements.length,
    brokenRefused: shareOf(broken.filter(({ refused }) => refused).length, broken.length),
    trueRefused: shareOf(truths.filter(({ refused }) => refused).length, truths.length),
  }
}

function codesOf({ reasons }: Judgement): string[] {
  return [...new Set(reasons.map((reason) => reason.split(':', 1)[0] ?? ''))]
}

function chiefOf(codes: readonly string[]): string | null {
  const counted = [...Map.groupBy(codes, (code) => code)].toSorted(([, left], [, right]) => right.length - left.length)
  return counted[0]?.[0] ?? null
}

function kindsOf(judgements: readonly Judgement[]): KindFigures[] {
  const wrongly = judgements.filter(({ entry, refused }) => entry.verdict === 'true' && refused).map(codesOf)
  const kinds = Map.groupBy(
    judgements.filter(({ entry }) => entry.verdict === 'broken'),
    ({ entry }) => entry.kind,
  )
  return [...kinds]
    .map(([kind, own]) => {
      const refused = own.filter((judgement) => judgement.refused).length
      const code = chiefOf(own.flatMap(codesOf))
      return {
        kind,
        code,
        recall: shareOf(refused, own.length),
        precision: shareOf(refused, refused + wrongly.filter((codes) => code !== null && codes.includes(code)).length),
      }
    })
    .toSorted((left, right) => right.recall.of - left.recall.of || left.kind.localeCompare(right.kind))
}

function missOf({ entry, reasons }: Judgement): Miss {
  const { brief, part, text, kind, why } = entry
  return { brief, part, text, kind, why, reasons }
}

/** Grounds every text of the corpus and `mutations` changed ones, and counts. Throws `signal.reason` when interrupted. */
export async function checkGrounding(corpus: Corpus, options: CheckOptions): Promise<GroundingReport> {
  const judgements = corpus.entries.map(judgeEntry)
  const part = (name: CorpusPart): PartFigures => figuresOf(judgements.filter(({ entry }) => entry.part === name))
  const mutations = makeMutations(corpus, { limit: options.mutations, seed: options.seed })
  const published: Mutation[] = []
  const originals = new Map(corpus.entries.map((entry) => [entry, sentencesOf(entry)]))
  for (const [index, mutation] of mutations.entries()) {
    if (!isMutationRefused(mutation, originals.get(mutation.entry) ?? new Set())) published.push(mutation)
    if (index % CHUNK !== 0) continue
    options.signal?.throwIfAborted()
    options.onProgress?.({ done: index, total: mutations.length })
    await new Promise((resolve) => setImmediate(resolve))
  }
  const share = (kind: MutationKind): Share => {
    const own = mutations.filter((mutation) => mutation.kind === kind).length
    return shareOf(own - published.filter((mutation) => mutation.kind === kind).length, own)
  }
  const all = figuresOf(judgements)
  return {
    all,
    parts: { tune: part('tune'), 'held-out': part('held-out') },
    kinds: kindsOf(judgements),
    published: judgements.filter(({ entry, refused }) => entry.verdict === 'broken' && !refused).map(missOf),
    refused: judgements.filter(({ entry, refused }) => entry.verdict === 'true' && refused).map(missOf),
    mutations: {
      seed: options.seed,
      refused: shareOf(mutations.length - published.length, mutations.length),
      kinds: { name: share('name'), number: share('number'), 'number-word': share('number-word'), date: share('date') },
      published: published.map(({ entry, from, to, text }) => ({ brief: entry.brief, from, to, text })),
    },
    goals: { ...goals, met: (all.brokenRefused.share ?? 0) >= goals.brokenRefused && (all.trueRefused.share ?? 1) <= goals.trueRefused },
  }
}
