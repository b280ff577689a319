import { findRecallable, findRecalls, type RecallCriteria } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { InterruptedError, UsageError } from '../failures.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { sayWhoElse } from '../say-who-else.js'

export interface RecallOptions {
  readonly where: string
  readonly reason: string
  readonly by?: string
  readonly dryRun?: true
  readonly json?: true
}

const fields = ['provider', 'promptVersion', 'model', 'style', 'language', 'item', 'artist'] as const

/** `linernotes narratives recall`: withdraws texts at once and writes others in their place. */
export async function recallCommand(context: CommandContext, options: RecallOptions): Promise<ExitCode> {
  const criteria = parseWhere(options.where)
  const by = options.by ?? context.variables['USER'] ?? ''
  if (by.trim() === '' && !options.dryRun) throw new UsageError('recall: --by: say who withdraws them')
  await using platform = await openCommandPlatform(context)
  if (options.dryRun) {
    const found = (await findRecallable(platform.database.db, criteria)).map(({ narrative: { id, itemId, provider, text } }) => ({
      id,
      itemId,
      provider,
      text,
    }))
    if (options.json) context.print(JSON.stringify({ dryRun: true, criteria, narratives: found }))
    else for (const { id, provider, text } of found) context.print(`${id}  ${provider}  ${text}`)
    if (!options.json) context.note(`${found.length} would be withdrawn.`)
    sayWhoElse(context, platform.database)
    return exitCode.done
  }
  using progress = context.progress('Writing anew')
  let withdrawn = false
  const report = await platform
    .recall(
      {
        criteria,
        by,
        reason: options.reason,
        onProgress: ({ done, total }) => {
          withdrawn = true
          progress.update({ done, total, unit: 'narratives' })
        },
      },
      context.signal,
    )
    .catch((error: unknown) => {
      if (!context.signal.aborted || !withdrawn) throw error
      throw new InterruptedError('Interrupted. The texts are withdrawn; what is not written anew yet is when somebody asks for it.', { cause: error })
    })
  progress[Symbol.dispose]()
  if (options.json) context.print(JSON.stringify(report))
  else
    context.print(
      `${report.withdrawn} withdrawn (${report.id}), ${report.regenerated} written anew${report.open > 0 ? `, ${report.open} when somebody asks` : ''}`,
    )
  sayWhoElse(context, platform.database)
  return exitCode.done
}

/** `linernotes narratives recalls`: who withdrew what, when and why. */
export async function recallsCommand(context: CommandContext, options: { readonly json?: true }): Promise<ExitCode> {
  await using platform = await openCommandPlatform(context)
  const recalls = await findRecalls(platform.database.db)
  if (options.json) context.print(JSON.stringify({ recalls }))
  else
    for (const { at, by, reason, criteria, withdrawn, regenerated } of recalls)
      context.print(`${at}  ${by}  ${withdrawn} withdrawn, ${regenerated} written anew  ${JSON.stringify(criteria)}  ${reason}`)
  sayWhoElse(context, platform.database)
  return exitCode.done
}

/** `provider=llama-local,text~=sonic journey`: a comma ends a value where a name and a sign follow it. */
function parseWhere(text: string): RecallCriteria {
  const criteria: Record<string, string> = {}
  for (const part of text.split(/,(?=\s*[A-Za-z]+~?=)/)) {
    const [, name = '', sign = '', value = ''] = /^\s*([A-Za-z]+)(~?=)(.*)$/s.exec(part) ?? []
    const known = name === 'text' ? sign === '~=' : sign === '=' && (fields as readonly string[]).includes(name)
    if (!known || value.trim() === '')
      throw new UsageError(`recall: --where: expected ${fields.map((field) => `${field}=...`).join(', ')} or text~=..., not ${JSON.stringify(part)}`)
    if (name in criteria) throw new UsageError(`recall: --where: ${name} is there twice`)
    criteria[name] = value.trim()
  }
  return criteria
}
