import type { LlmContext } from './llm-context.js'
import { measureAborts, type AbortFigures } from './measure-abort.js'
import { measureAnswers, measureNarratives, type CrowdFigures } from './measure-crowd.js'
import { measureDecode, type DecodeFigures } from './measure-decode.js'
import { measureFirstText, measureFirstToken, type FirstTokenFigures } from './measure-first-token.js'

export interface LlmFigures {
  readonly decode: DecodeFigures
  readonly firstText: FirstTokenFigures
  readonly firstToken: FirstTokenFigures
  readonly aborts: readonly AbortFigures[]
  readonly narratives: CrowdFigures
  readonly answers: CrowdFigures
}

/** One after the other: they share the cores. */
export async function measureLlm(context: LlmContext): Promise<LlmFigures> {
  const decode = await measureDecode(context)
  const firstText = await measureFirstText(context)
  const firstToken = await measureFirstToken(context)
  const aborts = await measureAborts(context)
  const narratives = await measureNarratives(context)
  const answers = await measureAnswers(context)
  return { decode, firstText, firstToken, aborts, narratives, answers }
}
