import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')

interface Manifest {
  readonly name: string
  readonly description?: string
  readonly keywords?: readonly string[]
  readonly exports?: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

export interface WorkspacePackage {
  /** As the arrows name it: 'catalog', 'plugins/llama-local', 'apps/gateway'. */
  readonly key: string
  readonly directory: string
  readonly manifest: Manifest
  readonly sources: readonly SourceFile[]
}

export interface SourceFile {
  /** Relative to the package. */
  readonly path: string
  readonly text: string
  readonly isTest: boolean
}

/** Every package of the workspace with its sources. */
export function readWorkspace(): readonly WorkspacePackage[] {
  return ['apps', 'packages', 'plugins', 'tools'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => existsSync(path.join(root, folder, name, 'package.json')))
      .map((name) => readPackage(folder, name)),
  )
}

function readPackage(folder: string, name: string): WorkspacePackage {
  const directory = path.join(root, folder, name)
  const manifest = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8')) as Manifest
  const files = readdirSync(path.join(directory, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  return {
    key: folder === 'packages' ? name : `${folder}/${name}`,
    directory,
    manifest,
    sources: files.map((file) => ({
      path: path.join('src', file),
      text: readFileSync(path.join(directory, 'src', file), 'utf8'),
      isTest: /\.(test|test-d)\.tsx?$/.test(file) || file.split(path.sep).includes('__fixtures__'),
    })),
  }
}

/** Source without comments, and without strings that only speak of imports. */
export function codeOf(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/[^\n]*/g, '$1')
    .replaceAll(/'[^'\n]*\bimport\([^'\n]*'/g, "''")
}

/** The specifiers that a file imports, statically or dynamically. */
export function importsOf(text: string): readonly string[] {
  const found = codeOf(text).matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  )
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}
