import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const templates = path.resolve(import.meta.dirname, '../templates')

/** The files of some template folders by path, later folders over earlier ones, with every {{value}} filled in. */
export async function renderTemplates(folders: readonly string[], values: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const folder of folders) {
    const names = await readdir(path.join(templates, folder), { recursive: true })
    for (const name of names.filter((one) => one.endsWith('.template')).toSorted()) {
      const text = await readFile(path.join(templates, folder, name), 'utf8')
      files.set(name.replace(/\.template$/u, ''), fill(text, values, name))
    }
  }
  return files
}

function fill(text: string, values: Readonly<Record<string, string>>, name: string): string {
  return text.replaceAll(/\{\{(\w+)\}\}/gu, (_, key: string) => {
    const value = values[key]
    if (value === undefined) throw new Error(`${name}: there is no value for {{${key}}}`)
    return value
  })
}
