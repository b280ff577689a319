import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeOf, importsOf, readWorkspace, type SourceFile, type WorkspacePackage } from './workspace.js'

/** The arrows of README.md: who may import whom. What is not drawn is not allowed. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  database: [],
  'narrative-sdk': [],
  'model-files': [],
  catalog: ['database'],
  listening: ['catalog', 'database'],
  recommendations: ['catalog', 'listening', 'database'],
  narratives: ['narrative-sdk', 'catalog', 'database'],
  serving: ['recommendations', 'narratives', 'model-files', 'listening', 'catalog', 'database'],
  configuration: ['narratives'],
  speech: [],
  dj: ['serving', 'speech', 'recommendations', 'narratives', 'listening', 'catalog', 'database'],
}
/** Pages and the widget know the API, and no code of ours. */
const pages: readonly string[] = ['apps/web', 'apps/widget']
const everyPackage = Object.keys(arrows)

function allowedFor(key: string): readonly string[] {
  if (key.startsWith('plugins/')) return ['narrative-sdk']
  if (pages.includes(key)) return []
  // What people look at is tested as it is served: the browser tests start a gateway of their own.
  if (key === 'tools/browser') return [...everyPackage, 'gateway']
  if (key.startsWith('apps/') || key.startsWith('tools/')) return everyPackage
  return arrows[key] ?? []
}

/** Files that read variables which are not ours to parse, and why. */
const othersEnvironment: Readonly<Record<string, string>> = {
  'database/src/testing/create-test-database.ts': 'DATABASE_URL decides what the tests run on',
  'model-files/src/model-files.ts': "PIP_INDEX_URL is pip's",
  'plugins/llama-local/src/child-entry.ts': 'the child process gets PATH and locale, and nothing else',
}

const packages = readWorkspace()
const violations = (check: (unit: WorkspacePackage, file: SourceFile) => readonly string[]): readonly string[] =>
  packages.flatMap((unit) => unit.sources.flatMap((file) => check(unit, file).map((found) => `${unit.key}/${file.path}: ${found}`)))

describe('the arrows', () => {
  it('are drawn for every package', () => {
    expect(packages.map((unit) => unit.key).filter((key) => !key.includes('/') && !(key in arrows))).toEqual([])
  })

  it('are followed by every import', () => {
    expect(
      violations((unit, file) =>
        importsOf(file.text)
          .map((specifier) => /^@linernotes\/([^/]+)/.exec(specifier)?.[1])
          .filter((name) => name !== undefined && name !== unit.key)
          .filter((name) => !allowedFor(unit.key).includes(name as string))
          .map((name) => `imports ${name}`),
      ),
    ).toEqual([])
  })

  it('are followed by every manifest', () => {
    expect(
      packages.flatMap((unit) =>
        Object.keys(unit.manifest.dependencies ?? {})
          .map((name) => /^@linernotes\/(.+)/.exec(name)?.[1])
          .filter((name) => name !== undefined && !allowedFor(unit.key).includes(name))
          .map((name) => `${unit.key} depends on ${name}`),
      ),
    ).toEqual([])
  })

  it('are declared: what a package imports is in its manifest', () => {
    expect(
      violations((unit, file) =>
        importsOf(file.text)
          .filter((specifier) => !/^(\.|node:)/.test(specifier) && !specifier.startsWith(unit.manifest.name))
          .map((specifier) =>
            specifier
              .split('/')
              .slice(0, specifier.startsWith('@') ? 2 : 1)
              .join('/'),
          )
          .filter((name) => !(name in { ...unit.manifest.dependencies, ...unit.manifest.devDependencies }))
          .filter((name) => !(file.isTest && ['vitest', 'fast-check'].includes(name)) && !(unit.key.startsWith('tools/') && name === 'vitest'))
          .map((name) => `imports ${name}, which its package.json does not name`),
      ),
    ).toEqual([])
  })

  it('stay inside the package where they are relative', () => {
    expect(
      violations((unit, file) =>
        importsOf(file.text)
          .filter((specifier) => specifier.startsWith('.'))
          .filter((specifier) => !path.join(unit.directory, path.dirname(file.path), specifier).startsWith(unit.directory + path.sep)),
      ),
    ).toEqual([])
  })

  it('lead to doors only', () => {
    const doors = new Set(packages.flatMap((unit) => Object.keys(unit.manifest.exports ?? {}).map((door) => unit.manifest.name + door.slice(1))))
    expect(violations((_, file) => importsOf(file.text).filter((specifier) => specifier.startsWith('@linernotes/') && !doors.has(specifier)))).toEqual([])
  })
})

describe('what lives in one place only', () => {
  it('LangChain: plugins and narrative-sdk/langchain', () => {
    expect(
      violations((unit, file) => {
        const home = unit.key.startsWith('plugins/') || (unit.key === 'narrative-sdk' && /^src\/(langchain|testing|conformance)\//.test(file.path))
        return home ? [] : importsOf(file.text).filter((specifier) => /^(@langchain\/|langchain($|\/))/.test(specifier))
      }),
    ).toEqual([])
  })

  it('GraphQL: the gateway', () => {
    expect(
      violations((unit, file) =>
        unit.key === 'apps/gateway'
          ? []
          : importsOf(file.text)
              .filter((specifier) => /^(graphql|type-graphql|@apollo\/)/.test(specifier))
              // Pages stream as any client does.
              .filter((specifier) => !(pages.includes(unit.key) && specifier === 'graphql-sse')),
      ),
    ).toEqual([])
  })

  it('the environment: the files that start a process', () => {
    expect(
      violations((unit, file) => {
        const place = `${unit.key}/${file.path}`
        const excused = file.isTest || file.path === path.join('src', 'main.ts') || unit.key.startsWith('tools/') || place in othersEnvironment
        return excused ? [] : (codeOf(file.text).match(/(?<!\$\{)process\.env\b/g) ?? [])
      }),
    ).toEqual([])
  })
})
