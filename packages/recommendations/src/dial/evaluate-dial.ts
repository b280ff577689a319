import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { findRecipe } from '../find-recipe.js'
import { findEligible } from '../profile/eligibility.js'
import { profileOfTaste } from '../profile/profile-of-taste.js'
import { seededChance } from '../seeded-chance.js'
import type { StageContext } from '../stage.js'
import { noveltyOf } from '../stages/novelty.js'
import { holdOut, type HoldOutOptions, type Trial, type TrialListener } from './hold-out.js'
import { measureList, ndcgOf, type ListMeasures } from './measure-list.js'

export async function listFor(
  trial: Trial,
  { kept }: TrialListener,
  options: { recipe: string; adventurousness: number; k: number; seed: number; now: () => number; signal: AbortSignal },
) {
  const { snapshot } = trial
  const { recipe: name, adventurousness, k, seed, now, signal } = options
  const recipe = findRecipe(name, ['track'])
  const profile = profileOfTaste(snapshot, kept, new Set(), now())
  const context: StageContext = {
    ...seededChance(seed),
    now,
    signal,
    snapshot,
    profile,
    kinds: ['track'],
    limit: k,
    adventurousness,
    eligibility: findEligible(snapshot, { kinds: ['track'], heardIds: kept.items.keys(), hiddenIds: [], excludeIds: [], maxAdvisory: 'explicit' }),
  }
  let suggestions: any = []
  for (const stage of recipe.stages) suggestions = await stage(suggestions, context)
  return {
    context,
    items: suggestions.slice(0, k).map((s: any) => snapshot.catalogue.items.numberOf(s.itemId)!) as number[],
    suggestions: suggestions.slice(0, k),
  }
}

export async function evaluateDial(db: Kysely<Database>, options: HoldOutOptions & { recipe: string; k: number }) {
  const trial = await holdOut(db, options)
  const out: any = {}
  const { items: ix } = trial.snapshot.catalogue
  for (const a of [0, 0.25, 0.5, 0.75, 1]) out[a] = []
  for (const listener of trial.listeners) {
    const held = new Set([...listener.heldOut].flatMap((id) => ix.numberOf(id) ?? []))
    let base: number[] = []
    for (const a of [0, 0.25, 0.5, 0.75, 1]) {
      const { context, items, suggestions } = await listFor(trial, listener, { ...options, adventurousness: a })
      const m: ListMeasures = measureList(items, held, context, options.k)
      if (a === 0) base = items
      // control
      const rnd = seededChance(options.seed + 7)
      const pool: number[] = []
      for (let i = 0; i < context.eligibility.length; i++) if (context.eligibility[i] === 1) pool.push(i)
      const mixed = [...base]
      const nov = (l: number[]) => l.reduce((s, i) => s + noveltyOf(i, context), 0) / l.length
      let n = nov(mixed)
      const places = base
        .map((_, p) => ({ p, r: rnd.random() }))
        .toSorted((x, y) => x.r - y.r)
        .map(({ p }) => p)
      for (const p of places) {
        if (n >= m.novelty) break
        mixed[p] = pool[Math.floor(rnd.random() * pool.length)]!
        n = nov(mixed)
      }
      const codes: any = {}
      for (const s of suggestions) {
        const c = s.contributions.find((c: any) => c.code !== 'novelty' && c.code !== 'chance')?.code
        codes[c] = (codes[c] ?? 0) + 1
      }
      out[a].push({ ...m, len: items.length, control: ndcgOf(mixed, held, options.k), controlNovelty: n, ...codes })
    }
  }
  return Object.entries(out).map(([a, rows]: any) => {
    const keys = new Set<string>(rows.flatMap((r: any) => Object.keys(r)))
    const o: any = { a }
    for (const key of keys) o[key] = Number((rows.reduce((s: number, r: any) => s + (r[key] ?? 0), 0) / rows.length).toFixed(4))
    return o
  })
}
