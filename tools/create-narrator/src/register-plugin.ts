import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What was done to make the platform know a plugin, and what is left to do by hand. */
export interface Registration {
  readonly done: readonly string[]
  readonly byHand: readonly string[]
}

/** Adds a plugin of the workspace to the root manifest and to the configuration file. Changes only a place that looks as expected. */
export async function registerPlugin(root: string, packageName: string): Promise<Registration> {
  const edits = [
    { file: 'package.json', edit: addDependency, byHand: `add "${packageName}": "workspace:*" to the dependencies of package.json` },
    { file: 'linernotes.config.ts', edit: addProvider, byHand: `add () => import('${packageName}'), to providers in linernotes.config.ts` },
  ]
  const done: string[] = []
  const byHand: string[] = []
  for (const { file, edit, byHand: how } of edits) {
    const text = await readFile(path.join(root, file), 'utf8').catch(() => '')
    const edited = edit(text, packageName)
    if (edited === null) byHand.push(how)
    else {
      if (edited !== text) await writeFile(path.join(root, file), edited)
      done.push(file)
    }
  }
  return { done, byHand }
}

/** null: it is no manifest with dependencies. */
function addDependency(text: string, packageName: string): string | null {
  const manifest = parseObject(text)
  const dependencies = manifest?.['dependencies']
  if (manifest === null || typeof dependencies !== 'object' || dependencies === null) return null
  if (packageName in dependencies) return text
  const sorted = Object.entries({ ...dependencies, [packageName]: 'workspace:*' }).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return `${JSON.stringify({ ...manifest, dependencies: Object.fromEntries(sorted) }, null, 2)}\n`
}

/** null: there is no list of providers with one entry a line. */
function addProvider(text: string, packageName: string): string | null {
  if (text.includes(`'${packageName}'`)) return text
  const list = /^(?<indent>[ \t]*)providers: \[\n(?<entries>(?:\k<indent>[ \t]+\S.*,\n)*)(?=\k<indent>\],)/mu.exec(text)
  if (list === null) return null
  const end = list.index + list[0].length
  return `${text.slice(0, end)}${list.groups?.['indent'] ?? ''}  () => import('${packageName}'),\n${text.slice(end)}`
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}
