import type { NarrativePlugin } from '@linernotes/narrative-sdk'

export type ParsedOptions = { readonly value: unknown; readonly problems: readonly [] } | { readonly value: null; readonly problems: readonly string[] }

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** zod says "Invalid input: expected string, received undefined" and "Invalid URL"; an operator reads "expected url". */
function inPlainWords(issue: Issue): string {
  const format: unknown = 'format' in issue ? issue.format : undefined
  if (typeof format === 'string') return `expected ${format}`
  return issue.message.replace(/^Invalid input: /u, '').replace(/^Invalid URL$/u, 'expected url')
}

/** Parses a plugin's options with its own schema. Every problem begins with its path. */
export async function parseOptions(plugin: NarrativePlugin, options: unknown): Promise<ParsedOptions> {
  const result = await plugin.config['~standard'].validate(options)
  if (result.issues === undefined) return { value: result.value, problems: [] }
  const problems = result.issues.map((issue) => {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part))
    return `${['narratives', plugin.key, ...path].join('.')}: ${inPlainWords(issue)}`
  })
  return { value: null, problems }
}
