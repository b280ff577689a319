import type { Evidence } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import { findListeners, rememberTastes, type Listener } from '@linernotes/listening'
import { type EvaluatedBrief, seededRandom, shuffled } from '@linernotes/narratives/evaluation'
import { recommend, type RecommendationModel, type RecommendContext } from '@linernotes/recommendations'
import type { Kysely } from 'kysely'
import { writeBriefs, type NarrateOptions } from '../write-briefs.js'

export interface BriefsWanted {
  /** In all. */
  readonly items: number
  /** null: as many as there are lists of ten. */
  readonly listeners: number | null
  /** null: the default for tracks and episodes. */
  readonly recipe: string | null
  readonly seed: number
  readonly narrate: NarrateOptions
}

export interface BriefSource {
  readonly db: Kysely<Database>
  readonly model: RecommendationModel
  readonly now: () => number
  readonly signal: AbortSignal
  readonly onBrief: (done: number) => void
}

/** Nobody to make lists for. */
class NoDemoListenersError extends Error {
  override readonly name = 'NoDemoListenersError'
  constructor() {
    super(
      'There is no demo listener with a history in this database. Start once for the sample (npx -y pnpm@12.21.0 start), or set LINERNOTES_DATA_DIR to where it is.',
    )
  }
}

const itemsPerList = 10
/** Of so many others, the first three of whom the ranker would say anything of this item are taken. */
const mostOthers = 12
const others = 3

/** The same listeners, lists and briefs for the same seed and data. Nothing is kept of what is recommended here. */
export async function drawBriefs(source: BriefSource, wanted: BriefsWanted): Promise<readonly EvaluatedBrief[]> {
  const random = seededRandom(wanted.seed)
  const context: RecommendContext = { ...source, readTaste: rememberTastes() }
  const demo = shuffled(await demoListeners(source.db), random)
  const listeners = Math.min(wanted.listeners ?? Math.ceil(wanted.items / itemsPerList), demo.length)
  const drawn: EvaluatedBrief[] = []
  let [list, served] = [0, 0]
  for (const listener of demo) {
    if (served === listeners || drawn.length === wanted.items) break
    // What one listener's lists lack, the next ones make up for.
    const share = Math.ceil((wanted.items - drawn.length) / (listeners - served))
    const briefs = await briefsFor(source.db, context, listener, share, wanted)
    if (briefs.length === 0) continue
    served += 1
    for (const [index, brief] of briefs.entries()) {
      if (index % itemsPerList === 0) list += 1
      const facts = await factsOfOthers(
        context,
        brief,
        shuffled(demo, random).filter(({ id }) => id !== listener.id),
      )
      drawn.push({ brief, list, listener: listener.externalId, hasHistory: brief.evidence.some(({ kind }) => kind === 'listening'), otherListeners: facts })
      source.onBrief(drawn.length)
    }
  }
  if (drawn.length === 0) throw new NoDemoListenersError()
  return drawn
}

async function demoListeners(db: Kysely<Database>): Promise<Listener[]> {
  const found: Listener[] = []
  for (let after: string | null = null; ;) {
    const page = await findListeners(db, { first: 1_000, after })
    found.push(...page.nodes.filter(({ synthetic }) => synthetic))
    after = page.cursors.at(-1) ?? null
    if (!page.hasNextPage) return found
  }
}

function kindsOf(recipe: string | null): ('track' | 'episode')[] {
  if (recipe?.endsWith('-tracks')) return ['track']
  return recipe?.endsWith('-episodes') ? ['episode'] : ['track', 'episode']
}

async function briefsFor(db: Kysely<Database>, context: RecommendContext, listener: Listener, limit: number, { recipe, seed, narrate }: BriefsWanted) {
  const { suggestions, profiled } = await recommend(context, {
    listenerId: listener.id,
    kinds: kindsOf(recipe),
    limit,
    seed,
    ...(recipe !== null && { recipe }),
  })
  // Without a history the list is for nobody in particular.
  if (!profiled) return []
  const subjects = suggestions.map(({ itemId, kind, because, facts }) => ({ itemId, kind, listenerId: listener.id, reasons: because, facts: facts ?? null }))
  return (await writeBriefs(db, subjects, narrate)).filter((brief) => brief !== null)
}

/** What the ranker would say of this item to three others; of those whom it has nothing to say, only as many as are needed. */
async function factsOfOthers(
  context: RecommendContext,
  { itemId, kind }: EvaluatedBrief['brief'],
  listeners: readonly Listener[],
): Promise<readonly (readonly Evidence[])[]> {
  const telling: (readonly Evidence[])[] = []
  const silent: (readonly Evidence[])[] = []
  for (const { id } of listeners.slice(0, mostOthers)) {
    const { suggestions, profiled } = await recommend(context, { listenerId: id, kinds: [kind], onlyItemId: itemId, limit: 1 })
    if (!profiled) continue
    const facts = (suggestions[0]?.because ?? []).flatMap(({ evidence }) => evidence)
    ;(facts.some(({ kind: of }) => of === 'listening' || of === 'audience') ? telling : silent).push(facts)
    if (telling.length === others) break
  }
  const found = [...telling, ...silent].slice(0, others)
  return found.length === others ? found : []
}
