import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkspace } from './workspace.js'

const packages = readWorkspace()
const libraries = packages.filter((unit) => unit.manifest.exports !== undefined)
/** The gateway has a side door for tests, and no front door: nobody imports it. */
const rooms = libraries.filter((unit) => unit.key !== 'apps/gateway')
const plugins = packages.filter((unit) => unit.key.startsWith('plugins/'))

describe('doors', () => {
  it.each(rooms.map((unit) => [unit.key, unit] as const))('%s says what the room is for, in the words of its package.json', (_, unit) => {
    const door = unit.sources.find((file) => file.path === path.join('src', 'index.ts'))
    expect(door?.text.split('\n', 1)[0]).toBe(`// ${unit.manifest.description ?? ''}`)
  })

  it.each(libraries.map((unit) => [unit.key, unit] as const))('%s lists its exports one by one', (_, unit) => {
    expect(unit.sources.filter((file) => /^export \* from/m.test(file.text)).map((file) => file.path)).toEqual([])
  })
})

describe('files', () => {
  it('are of one noun or verb: at most 200 lines', () => {
    const long = packages.flatMap((unit) =>
      unit.sources
        .filter((file) => !file.isTest && file.text.split('\n').length > 201)
        .map((file) => `${unit.key}/${file.path}: ${file.text.split('\n').length - 1} lines`),
    )
    expect(long).toEqual([])
  })

  it('have no drawers', () => {
    expect(packages.flatMap((unit) => unit.sources.map((file) => file.path)).filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\.|\/)/.test(file))).toEqual(
      [],
    )
  })
})

describe('plugins', () => {
  it.each(plugins.map((unit) => [unit.key, unit] as const))('%s has the shape of a plugin', (_, unit) => {
    const files = ['README.md', 'src/index.ts', 'src/config.ts', 'src/provider.ts', 'src/conformance.test.ts', 'src/provider.test.ts']
    expect(files.filter((file) => !existsSync(path.join(unit.directory, file)))).toEqual([])
    expect(unit.manifest.keywords).toContain('narrative-plugin')
  })

  it.each(plugins.map((unit) => [unit.key, unit] as const))('%s is inert to import: its door loads nothing but the contract and its options', (_, unit) => {
    const door = unit.sources.find((file) => file.path === path.join('src', 'index.ts'))?.text ?? ''
    const eager = [...door.matchAll(/^import (?!type)[^'"]*['"]([^'"]+)['"]/gm)].map((match) => match[1])
    expect(eager.filter((specifier) => !['@linernotes/narrative-sdk', './config.js'].includes(specifier as string))).toEqual([])
  })
})
