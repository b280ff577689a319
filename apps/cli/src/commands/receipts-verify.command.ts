import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { findReceipts, nestingOf, repeatedName, type ReceiptVerdict } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { sayWhoElse } from '../say-who-else.js'

/** A receipt is a few kilobytes. */
const MOST_BYTES = 100_000_000
/** An answer of the API is a dozen deep. */
const DEEPEST = 100

/** `linernotes receipts verify FILE`: 0 where every receipt in it is valid, 1 where one is not, or cannot be recomputed. */
export async function verifyReceiptsCommand(context: CommandContext, file: string, options: { readonly json?: true }): Promise<ExitCode> {
  const claimed = findReceipts(await readDocument(path.resolve(context.directory, file)))
  if (claimed.length === 0)
    throw new UsageError(
      `receipts verify: ${file} holds no receipt; ask for one with \`receipt { id signature }\`, or \`linernotes recommend LISTENER --receipts FILE\``,
    )
  await using platform = await openCommandPlatform(context)
  using bar = context.progress('Ranking again')
  const receipts: ReceiptVerdict[] = []
  for (const each of claimed) {
    receipts.push(await platform.verifyReceipt(each, context.signal))
    bar.update({ done: receipts.length, total: claimed.length, unit: 'receipts' })
  }
  bar[Symbol.dispose]()
  const isValid = receipts.every(({ outcome }) => outcome === 'valid')
  if (options.json) context.print(JSON.stringify({ valid: isValid, receipts }))
  else for (const verdict of receipts) for (const line of linesOf(verdict)) context.print(line)
  sayWhoElse(context, platform.database)
  return isValid ? exitCode.done : exitCode.failed
}

async function readDocument(file: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`receipts verify: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, { cause: error })
  }
  if (text.length > MOST_BYTES) throw new UsageError(`receipts verify: ${file} is larger than receipts are`)
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (error) {
    throw new Error(`receipts verify: ${file} is not JSON: ${(error as Error).message}`, { cause: error })
  }
  const depth = nestingOf(text)
  if (depth > DEEPEST) throw new Error(`receipts verify: ${file} is nested ${depth.toLocaleString('en')} deep; no answer of the API is deeper than ${DEEPEST}`)
  const twice = repeatedName(text)
  if (twice !== null) throw new Error(`receipts verify: ${file} was edited: "${twice}" stands twice in one object, so that it says two things`)
  return document
}

function linesOf({ id, outcome, problems }: ReceiptVerdict): readonly string[] {
  const words = { valid: '✓ valid', 'not-valid': '✗ not valid', 'data-deleted': '○ data deleted', 'cannot-be-recomputed': '○ cannot be recomputed' }[outcome]
  if (outcome === 'data-deleted' || outcome === 'cannot-be-recomputed')
    return [`${words}  ${id ?? 'receipt'}: ${problems.join('; ')}. The signature fits, and nothing was edited.`]
  return [`${words}  ${id ?? 'receipt'}`, ...problems.map((problem) => `    ${problem}`)]
}
