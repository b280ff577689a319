import { AssertionError } from 'node:assert'
import { describe, expect, it } from 'vitest'
import { clumsyFlaws } from './__fixtures__/clumsy-flaws.js'
import { conformanceChecks, openSubject, runConformance } from './index.js'

describe('an author whose provider', () => {
  it.each(Object.entries(clumsyFlaws))('%s reads what was expected, what came and the remedy, in one line', async (_, { plugin, fails, says }) => {
    const check = conformanceChecks.find((one) => one.name === fails)
    await using subject = openSubject(...plugin)
    const error: unknown = await check?.run(subject).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AssertionError)
    const { message } = error as AssertionError
    for (const words of says) expect(message).toContain(words)
    expect(message).not.toContain('\n')
  })

  it('is not as it should be gets a report of all of it, whatever it does', { timeout: 60_000 }, async () => {
    const sloppy = clumsyFlaws['cannot be closed']!
    const report = await runConformance(...sloppy.plugin)
    const failed = report.checks.filter((check) => check.outcome === 'failed').map(({ name }) => name)
    expect(failed).toEqual([sloppy.fails, 'may be disposed twice, also while it narrates'])
  })
})
