import { describe, expect, it } from 'vitest'
import { checkNarrativesCommand } from './commands/narratives-check.command.js'
import type { CommandContext } from './command-context.js'

function listen(): { readonly context: CommandContext; readonly printed: string[]; readonly noted: string[] } {
  const [printed, noted]: [string[], string[]] = [[], []]
  const context = {
    signal: new AbortController().signal,
    progress: () => ({ update: () => {}, [Symbol.dispose]: () => {} }),
    print: (line: string) => void printed.push(line),
    note: (line: string) => void noted.push(line),
  }
  return { context: context as unknown as CommandContext, printed, noted }
}

describe('narratives check', () => {
  it('prints one JSON document and succeeds where the goals are met', async () => {
    const { context, printed } = listen()
    const code = await checkNarrativesCommand(context, { mutations: '50', seed: '2', json: true })
    expect(printed).toHaveLength(1)
    const report = JSON.parse(printed[0] ?? '') as { goals: { met: boolean }; mutations: { refused: { of: number } } }
    expect(report.mutations.refused.of).toBe(50)
    expect([code, report.goals.met]).toEqual([0, true])
  })

  it('prints a table with intervals for people', async () => {
    const { context, printed } = listen()
    await checkNarrativesCommand(context, { mutations: '0', seed: '1' })
    expect(printed.find((line) => line.startsWith('broken refused'))).toMatch(/\d of \d+ .* % to .* %/u)
  })

  it('says which option is no number', async () => {
    const { context, printed, noted } = listen()
    expect(await checkNarrativesCommand(context, { mutations: 'many', seed: '1' })).toBe(2)
    expect([printed, noted]).toEqual([[], ['--mutations: expected a whole number from 0 on']])
  })
})
