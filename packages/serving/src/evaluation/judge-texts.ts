import type { HostServices } from '@linernotes/narratives'
import type { LinerNotesConfig } from '@linernotes/narratives/config'
import { type Answer, isOwn, type Judge, type JudgeReport, measureAgreement, openJudge, readToneSet } from '@linernotes/narratives/evaluation'
import { UnknownProviderError } from './open-narrators.js'

/** The provider asked to judge cannot. */
export class CannotJudgeError extends Error {
  override readonly name = 'CannotJudgeError'
  constructor(key: string) {
    super(`--judge: ${key} cannot judge: it has no method \`judge\`. Providers made by fromChatModel have one; ask for one of these, or leave --judge out.`)
  }
}

export interface Judged {
  readonly report: JudgeReport
  readonly toneOf: ReadonlyMap<Answer, number>
}

/** Opens a judge, or says why there is none. */
export async function findJudge(config: LinerNotesConfig, host: HostServices, key: string, known: readonly string[]): Promise<Judge> {
  const judge = await openJudge(config, host, key)
  if (judge === 'unknown') throw new UnknownProviderError(key, known)
  if (judge === 'unsupported') throw new CannotJudgeError(key)
  return judge
}

/** First the labelled set, so that the scores stand beside what they are worth; then every text that a provider wrote itself. One after the other. */
export async function judgeTexts(
  judge: Judge,
  provider: string,
  answers: readonly Answer[],
  { signal, onText }: { readonly signal: AbortSignal; readonly onText: (done: number, total: number) => void },
): Promise<Judged> {
  const { labelledBy, guidelines, examples, texts } = await readToneSet()
  const own = answers.flatMap((answer) => (answer.result.type === 'narrative' && isOwn(answer) ? [{ answer, text: answer.result.text }] : []))
  let done = 0
  let model: string | null = null
  const scoreOf = async (text: string): Promise<number | null> => {
    const verdict = await judge.score({ text, guidelines, examples }, { signal })
    model = verdict.model
    done += 1
    onText(done, texts.length + own.length)
    return verdict.score
  }
  const pairs: (readonly [number, number])[] = []
  for (const { text, score } of texts) {
    const given = await scoreOf(text)
    if (given !== null) pairs.push([score, given])
  }
  const toneOf = new Map<Answer, number>()
  for (const { answer, text } of own) {
    const given = await scoreOf(text)
    if (given !== null) toneOf.set(answer, given)
  }
  const unread = { labelled: texts.length - pairs.length, texts: own.length - toneOf.size }
  return { report: { provider, model, labelledBy, agreement: measureAgreement(pairs), unread }, toneOf }
}
