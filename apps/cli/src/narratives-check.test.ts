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

interface Report {
  readonly all: { readonly brokenRefused: { readonly share: number }; readonly trueRefused: { readonly share: number } }
  readonly goals: { readonly brokenRefused: number; readonly trueRefused: number; readonly met: boolean }
  readonly mutations: { readonly refused: { readonly of: number } }
}

describe('narratives check', () => {
  it('prints one JSON document, and succeeds just where both goals are met', async () => {
    const { context, printed } = listen()
    const code = await checkNarrativesCommand(context, { mutations: '50', seed: '2', json: true })
    expect(printed).toHaveLength(1)
    const { all, goals, mutations } = JSON.parse(printed[0] ?? '') as Report
    expect(mutations.refused.of).toBe(50)
    expect(goals).toMatchObject({ brokenRefused: 0.99, trueRefused: 0.03 })
    const isMet = all.brokenRefused.share >= goals.brokenRefused && all.trueRefused.share <= goals.trueRefused
    expect([code, goals.met]).toEqual([isMet ? 0 : 1, isMet])
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
