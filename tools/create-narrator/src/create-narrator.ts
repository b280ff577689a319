import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { titleOf } from './narrator-name.js'
import { type Registration, registerPlugin } from './register-plugin.js'
import { renderTemplates } from './render-templates.js'
import { UsageError } from './usage-error.js'

export const templateNames = ['rules', 'langchain'] as const
export type TemplateName = (typeof templateNames)[number]

export interface CreateOptions {
  readonly name: string
  readonly template: TemplateName
  /** Root of the repository; null: this program runs outside of it. */
  readonly root: string | null
  /** Where a package of its own is made; null: in plugins/ of the repository. */
  readonly directory: string | null
}

export interface Created {
  readonly directory: string
  /** Relative to the directory. */
  readonly files: readonly string[]
  /** null: a package of its own, which the configuration file names. */
  readonly registration: Registration | null
}

/** Writes a plugin, and makes the repository know it where it lives there. Never writes over anything. */
export async function createNarrator({ name, template, root, directory }: CreateOptions): Promise<Created> {
  if (directory === null && root === null) throw new UsageError('Say where: create-narrator NAME --directory PATH')
  const place = directory ?? path.join(root ?? '', 'plugins', name)
  if (existsSync(place)) throw new UsageError(`There is a ${place} already; take another name, or remove it first`)
  const isOwn = directory !== null
  const packageName = isOwn ? name : `@linernotes/${name}`
  const files = await renderTemplates(['shared', template, isOwn ? 'standalone' : 'workspace'], {
    name,
    title: titleOf(name),
    packageName,
    description: descriptions[template](titleOf(name)),
    runner: isOwn ? 'node:test' : 'vitest',
    afterAll: isOwn ? 'after as afterAll' : 'afterAll',
    sdk: root === null ? '^0.1.0' : `file:${path.join(root, 'packages/narrative-sdk')}`,
    directory: place,
  })
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(place, file)), { recursive: true })
    await writeFile(path.join(place, file), text, { flag: 'wx' })
  }
  return { directory: place, files: [...files.keys()], registration: isOwn || root === null ? null : await registerPlugin(root, packageName) }
}

const descriptions: Readonly<Record<TemplateName, (title: string) => string>> = {
  rules: (title) => `${title}: narratives from wordings of its own, one for each kind of fact.`,
  langchain: (title) => `${title}: narratives from a LangChain chat model.`,
}
