import { table } from '../table.js'
import type { CrowdFigures } from './measure-crowd.js'
import type { FirstTokenFigures } from './measure-first-token.js'
import type { LlmFigures } from './measure-llm.js'

export interface MeasuredLlm extends LlmFigures {
  readonly machine: string
  readonly model: string
  readonly threads: number
}

/** What is good: decode at least, first token at most, an abort at most. */
const goals = { decodeRatio: 0.85, firstTokenShare: 0.25, abortMs: 300 }

/** The figures as tables, each with its goal and whether it is met. */
export function printFigures({ machine, model, threads, decode, firstText, firstToken, aborts, narratives, answers }: MeasuredLlm): string {
  const { bareTokensPerSecond, pluginTokensPerSecond, ratio, ratios, tokens, rounds, sameText } = decode
  return [
    `${machine} · ${model} · ${threads} thread${threads === 1 ? '' : 's'}`,
    '',
    `Decode, ${tokens} tokens, medians of ${rounds} turns; control: node-llama-cpp in a bare loop, the same ${sameText ? 'text' : 'prompt, BUT NOT THE SAME TEXT'}`,
    table(
      ['tokens/s', 'bare loop', 'plugin', 'ratio', 'lowest', 'highest', 'goal'],
      [
        [
          'decode',
          bareTokensPerSecond.toFixed(1),
          pluginTokensPerSecond.toFixed(1),
          ratio.toFixed(3),
          ratios[0].toFixed(3),
          ratios[1].toFixed(3),
          verdict(ratio >= goals.decodeRatio, `≥ ${goals.decodeRatio}`),
        ],
      ],
    ),
    '',
    'First text and first token with the model in memory, ms; second listener and restart as shares of the first listener',
    table(['ms', 'first', 'second', 'share', 'restarted', 'share', 'goal'], [firstRow('narrative', firstText), firstRow('full prompt', firstToken)]),
    '',
    'Abort, ms, until its caller knows and until the model has answered somebody else',
    table(
      ['phase', 'refused', 'free', 'goal'],
      aborts.map(({ phase, refusedMs, freeMs }) => [phase, refusedMs.toFixed(0), freeMs.toFixed(0), verdict(freeMs <= goals.abortMs, `≤ ${goals.abortMs}`)]),
    ),
    '',
    'All at once',
    table(['', 'requests', 'answered', 'mixed up', 'seconds', 'goal'], [crowdRow('narratives', narratives), crowdRow('answers', answers)]),
  ].join('\n')
}

function firstRow(name: string, { firstMs, secondMs, restartedMs, secondShare, restartedShare }: FirstTokenFigures): string[] {
  const share = Math.max(secondShare, restartedShare)
  return [
    name,
    firstMs.toFixed(0),
    secondMs.toFixed(0),
    secondShare.toFixed(3),
    restartedMs.toFixed(0),
    restartedShare.toFixed(3),
    verdict(share <= goals.firstTokenShare, `≤ ${goals.firstTokenShare}`),
  ]
}

function crowdRow(name: string, { requests, answered, mixedUp, seconds }: CrowdFigures): string[] {
  return [name, String(requests), String(answered), String(mixedUp), seconds.toFixed(1), verdict(answered === requests && mixedUp === 0, 'all, none')]
}

function verdict(isMet: boolean, goal: string): string {
  return `${goal} ${isMet ? 'met' : 'missed'}`
}
