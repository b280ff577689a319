import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** A package of the configuration that is not there, or not built; the message says what to run where. */
export class PluginNotFoundError extends Error {
  override readonly name = 'PluginNotFoundError'
}

/**
 * The file that an import of `specifier` from a file in `directory` would load: a package name with or without a subpath (node_modules of the directory and
 * those above it, then of `elsewhere` and those above it), a path, or a file: URL. Follows the ESM rules of Node for what a configuration names; `imports` and patterns in `exports` are not read.
 */
export function resolvePlugin(specifier: string, directory: string, elsewhere: string = directory): URL {
  const isPath = /^(?:\.{1,2}(?:[/\\]|$)|file:)/u.test(specifier) || path.isAbsolute(specifier)
  if (!isPath) return pathToFileURL(inPackage(specifier, directory, elsewhere))
  const place = specifier.startsWith('file:') ? fileURLToPath(specifier) : path.resolve(directory, specifier)
  if (!existsSync(place)) throw new PluginNotFoundError(`there is no ${place}; is the path right, and the plugin built?`)
  return pathToFileURL(statSync(place).isDirectory() ? entryOf(place, '.', specifier) : place)
}

function inPackage(specifier: string, directory: string, elsewhere: string): string {
  const [name, subpath] = splitSpecifier(specifier)
  const place = [...nodeModulesFrom(directory), ...nodeModulesFrom(elsewhere)].map((folder) => path.join(folder, name)).find((folder) => existsSync(folder))
  if (place === undefined) throw new PluginNotFoundError(`cannot find package "${name}"; run: npm install ${name} in ${directory}`)
  return entryOf(place, subpath, specifier)
}

function nodeModulesFrom(directory: string): readonly string[] {
  const here = path.join(directory, 'node_modules')
  return path.dirname(directory) === directory ? [here] : [here, ...nodeModulesFrom(path.dirname(directory))]
}

function splitSpecifier(specifier: string): readonly [name: string, subpath: string] {
  const parts = specifier.split('/')
  const length = specifier.startsWith('@') ? 2 : 1
  return [parts.slice(0, length).join('/'), ['.', ...parts.slice(length)].join('/')]
}

function entryOf(place: string, subpath: string, specifier: string): string {
  const { exports, main } = readManifest(place)
  const named = exports === undefined ? (subpath === '.' ? (main ?? 'index.js') : subpath) : targetOf(subpathOf(exports, subpath))
  if (named === null) throw new PluginNotFoundError(`package "${specifier}" exports no "${subpath}" to an import; its package.json is in ${place}`)
  const file = path.join(place, named)
  if (!existsSync(file)) throw new PluginNotFoundError(`package "${specifier}" names ${named}, which is not there; build it: npm run build in ${place}`)
  return file
}

function readManifest(place: string): { readonly exports?: unknown; readonly main?: string } {
  const file = path.join(place, 'package.json')
  if (!existsSync(file)) throw new PluginNotFoundError(`${place} holds no package.json; name the file of the plugin, or a package`)
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof manifest === 'object' && manifest !== null ? manifest : {}
  } catch (error) {
    throw new PluginNotFoundError(`${file} is not JSON`, { cause: error })
  }
}

function subpathOf(exports: unknown, subpath: string): unknown {
  const isBySubpath = typeof exports === 'object' && exports !== null && Object.keys(exports).some((key) => key.startsWith('.'))
  if (isBySubpath) return (exports as Readonly<Record<string, unknown>>)[subpath]
  return subpath === '.' ? exports : undefined
}

const conditions = new Set(['node', 'import', 'module-sync', 'default'])

/** The first target whose conditions hold, in the order in which they are written. */
function targetOf(target: unknown): string | null {
  if (typeof target === 'string') return target
  const options = Array.isArray(target)
    ? target
    : Object.entries(target ?? {})
        .filter(([condition]) => conditions.has(condition))
        .map(([, value]) => value as unknown)
  for (const option of options) {
    const found = targetOf(option)
    if (found !== null) return found
  }
  return null
}
