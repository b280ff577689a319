import { findEpisodeFacts, findTrackFacts, type Evidence } from '@linernotes/catalog'
import type { Platform, NarrateOutcome } from '@linernotes/serving'
import type { Speaker, SpokenText } from '@linernotes/speech'
import type { After } from '../dj-options.js'
import type { Gate } from '../gate.js'
import type { SegmentRecord, SessionRecord } from '../store/session-record.js'
import { isBare, skeletonOf } from './skeleton.js'
import { chooseTalk } from './choose-talk.js'
import { HeldCaptions, statesIdea } from './held-captions.js'
import { findIdeas } from './find-ideas.js'
import type { TalkIdea } from './talk-idea.js'
import { talkSubject } from './talk-subject.js'

export interface TalkTask {
  readonly session: SessionRecord
  readonly segment: SegmentRecord & { readonly position: number }
  readonly previous: SegmentRecord | null
  /** Once it fires, the house narrator finishes what a slower provider began. */
  readonly hurry: AbortSignal
  readonly signal: AbortSignal
  /** Verified words, as they come. */
  readonly onDelta: (text: string) => void
}

export interface WrittenTalk {
  readonly idea: TalkIdea
  readonly outcome: Extract<NarrateOutcome, { readonly type: 'narrative' }>
  /** Its sentences without names and numbers. */
  readonly phrases: readonly string[]
}

/** Ideas that are tried before nothing is said. */
const MOST_ATTEMPTS = 3

/** A provider that has not answered by then has a queue of its own. */
const TURN_MS = 400

/** `hurry` cuts a provider off before the item ends; one that has not answered by then does not answer. */
const MOST_PATIENCE_MS = 60_000

/** Finds something true to say before an item, and has it worded. */
export class TalkWriter {
  constructor(
    private readonly platform: Platform,
    private readonly speaker: Speaker | null,
    private readonly gate: Gate,
    private readonly wording: Gate,
    private readonly after: After,
  ) {}

  /** null: there is nothing to say, or nobody who says it. Rejects with `signal.reason`, and with what a database throws. */
  async write(task: TalkTask): Promise<WrittenTalk | null> {
    const { session, segment, signal } = task
    const isOpening = segment.position === 0
    const { ideas, known } = await this.gate.pass(() => this.#ideas(task), { isUrgent: isOpening, signal })
    let left = ideas
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const idea = chooseTalk(left, session.memory, session.seed, segment.position)
      if (idea === null) return null
      const written = await this.#word(task, idea, known)
      if (written !== 'repeated') return written
      left = left.filter((other) => other !== idea)
    }
    return null
  }

  /** What could be said, and what is known of the item. */
  async #ideas({ session, segment, previous, signal }: TalkTask): Promise<{ readonly ideas: readonly TalkIdea[]; readonly known: readonly Evidence[] }> {
    const { traits } = segment
    const facts = await this.#facts([traits, ...(previous === null ? [] : [previous.traits])])
    const context = await this.platform.ranking(signal)
    const taste = session.listenerId === null ? null : ((await context.readTaste?.(context.db, session.listenerId, { now: context.now })) ?? null)
    const known = facts.get(traits.itemId) ?? []
    const ideas = await findIdeas(context.db, {
      traits,
      facts: known,
      reasons: segment.reasons,
      previous: previous === null ? null : { traits: previous.traits, facts: facts.get(previous.traits.itemId) ?? [] },
      taste,
    })
    return { ideas, known }
  }

  /** null: talk stays text. */
  async speak(text: string, language: string, signal: AbortSignal): Promise<SpokenText | null> {
    const said = await this.speaker?.say(text, { language, signal })
    return said?.type === 'spoken' ? said : null
  }

  /** 'repeated': it could only be said in a phrase that was heard in this session, or was left out of its own talk, and nothing was said. */
  async #word(task: TalkTask, idea: TalkIdea, facts: readonly Evidence[]): Promise<WrittenTalk | null | 'repeated'> {
    const { session, segment, hurry, signal } = task
    const subject = talkSubject(segment.traits, facts, idea, session.listenerId)
    const options = {
      style: 'dj',
      language: session.language,
      maxWords: null,
      // The same session says the same; another one need not.
      seed: (session.seed + segment.position) % 2_147_483_647,
      spoilerFree: true,
      provider: session.provider,
      cache: 'bypass',
      avoid: session.memory.texts,
      hurry,
      deadlineMs: MOST_PATIENCE_MS,
    } as const
    const all = [...facts, ...idea.evidence]
    const captions = new HeldCaptions(idea, segment.traits, task.onDelta)
    const phrases: string[] = []
    using _ = await this.#turn(task)
    for await (const event of this.platform.streamSubject(subject, options, signal)) {
      if (event.type === 'delta') {
        const skeleton = skeletonOf(event.text, all)
        if (phrases.length === 0 && session.memory.phrases.includes(skeleton) && !isBare(skeleton)) return 'repeated'
        phrases.push(skeleton)
        captions.next(event.text)
      } else if (event.type === 'narrative') {
        // What was chosen to be said was not: a bare "Hear X with Y" is no echo.
        if (!statesIdea(idea, event.evidenceIds)) return captions.isTold ? { idea, outcome: event, phrases } : 'repeated'
        captions.release()
        return { idea, outcome: event, phrases }
      }
    }
    return null
  }

  /** Waits until it may be worded: many at once would stand before everybody else. Who takes long is not waited for, and nobody waits beyond the deadline. */
  async #turn({ segment, hurry, signal }: TalkTask): Promise<Disposable> {
    const isUrgent = segment.position === 0
    const leave = await this.wording.enter({ isUrgent, signal: AbortSignal.any([signal, hurry]) }).catch(() => {
      signal.throwIfAborted()
      return () => undefined
    })
    const cancel = this.after(TURN_MS, leave)
    return {
      [Symbol.dispose]() {
        cancel()
        leave()
      },
    }
  }

  async #facts(items: readonly SegmentRecord['traits'][]): Promise<ReadonlyMap<string, readonly Evidence[]>> {
    const { db } = this.platform.database
    const of = (kind: 'track' | 'episode'): string[] => items.filter((item) => item.kind === kind).map(({ itemId }) => itemId)
    return new Map([...(await findTrackFacts(db, of('track'))), ...(await findEpisodeFacts(db, of('episode')))])
  }
}
