import type { HostServices } from '@linernotes/narratives'
import type { LinerNotesConfig } from '@linernotes/narratives/config'
import { type Answer, isOwn, type Judge, type JudgeReport, measureAgreement, openJudge, readToneSet, type ToneSet } from '@linernotes/narratives/evaluation'
import { UnknownProviderError } from './open-narrators.js'

/** The provider asked to judge cannot. */
class CannotJudgeError extends Error {
  override readonly name = 'CannotJudgeError'
  constructor(key: string) {
    super(`--judge: ${key} cannot judge: it has no method \`judge\`. Providers made by fromChatModel have one; ask for one of these, or leave --judge out.`)
  }
}

export interface JudgeTools {
  readonly config: LinerNotesConfig
  readonly host: HostServices
  /** Key of the provider that judges. */
  readonly key: string
  readonly signal: AbortSignal
  readonly onText: (done: number, total: number) => void
}

/** Without this number a score says nothing: what the judge gives to texts whose scores are known. A judge that fails fails here, before anything is narrated. */
export async function judgeLabelled(tools: JudgeTools): Promise<Omit<JudgeReport, 'unread'> & { readonly unread: number }> {
  const set = await readToneSet()
  await using judge = await findJudge(tools)
  const pairs: (readonly [number, number])[] = []
  let model: string | null = null
  for (const [index, { text, score }] of set.texts.entries()) {
    const verdict = await ask(judge, text, set, tools.signal)
    model = verdict.model
    if (verdict.score !== null) pairs.push([score, verdict.score])
    tools.onText(index + 1, set.texts.length)
  }
  return { provider: tools.key, model, labelledBy: set.labelledBy, agreement: measureAgreement(pairs), unread: set.texts.length - pairs.length }
}

/** Scores of the texts that providers wrote themselves, one after the other. A text that the judge fails at has none. */
export async function judgeAnswers(answers: readonly Answer[], tools: JudgeTools): Promise<ReadonlyMap<Answer, number | null>> {
  const set = await readToneSet()
  await using judge = await findJudge(tools)
  const scores = new Map<Answer, number | null>()
  const own = answers.filter(isOwn)
  for (const answer of own) {
    if (answer.result.type !== 'narrative') continue
    const verdict = await ask(judge, answer.result.text, set, tools.signal).catch(() => {
      tools.signal.throwIfAborted()
      return null
    })
    scores.set(answer, verdict?.score ?? null)
    tools.onText(scores.size, own.length)
  }
  return scores
}

async function findJudge({ config, host, key }: JudgeTools): Promise<Judge> {
  const judge = await openJudge(config, host, key)
  if (judge.type === 'judge') return judge
  await judge[Symbol.asyncDispose]()
  throw judge.type === 'unknown' ? new UnknownProviderError(key, judge.keys) : new CannotJudgeError(key)
}

async function ask(judge: Judge, text: string, { guidelines, examples }: ToneSet, signal: AbortSignal): ReturnType<Judge['score']> {
  return await judge.score({ text, guidelines, examples }, { signal })
}
