import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCodeBlocks, splitWords } from './__fixtures__/code-blocks.js'
import { copyRepository, type Ended, type RepositoryCopy } from './__fixtures__/repository-copy.js'
import { createNarrator, templateNames } from './create-narrator.js'

const real = path.resolve(import.meta.dirname, '../../..')
const blocks = await readCodeBlocks('docs/plugin-authors.md')

let copy: RepositoryCopy
beforeAll(async () => {
  copy = await copyRepository()
  const episodes = path.join(real, 'data/cc-by-sa-4.0/jupiter/jupiter-extras.jsonl.gz')
  await copy.linernotes('import', 'jupiter', episodes)
}, 90_000)
afterAll(() => copy[Symbol.asyncDispose]())

describe('docs/plugin-authors.md, block by block', () => {
  it.each(blocks.map((block) => [block.line, block.language, block] as const))('line %i: %s', { timeout: 120_000 }, async (_line, language, { text }) => {
    const lines = language === 'sh' ? text.trimEnd().split('\n') : []
    const ended = language === 'sh' ? [] : [await writeBlock(text)]
    for (const line of lines) ended.push(await runLine(line))
    expect(ended.filter(({ code }) => code !== 0)).toEqual([])
    expect(ended).not.toHaveLength(0)
  })
})

/** A block of code names its file first; what it makes of a plugin in TypeScript has to compile. */
async function writeBlock(text: string): Promise<Ended> {
  const file = /^\/\/ (?<file>(?:plugins\/[\w-]+\/src\/[\w.-]+|linernotes\.config)\.ts|\.\.\/town-crier\/index\.js)\n/u.exec(text)?.groups?.['file']
  if (file === undefined) throw new Error(`The block names no file: ${text.split('\n', 1)[0]}`)
  await writeFile(path.join(copy.root, file), text)
  return file.startsWith('plugins/') ? await build(file.split('/')[1] ?? '', file.endsWith('.test.ts')) : { code: 0, output: '' }
}

/** Tests are left out of a build: they are compiled by themselves. */
async function build(name: string, withTests: boolean): Promise<Ended> {
  const place = `plugins/${name}`
  if (!withTests) return copy.run('tsc', '-p', place)
  const settings = { extends: './tsconfig.json', compilerOptions: { noEmit: true, tsBuildInfoFile: 'dist/.tests' }, exclude: [] }
  await writeFile(path.join(copy.root, place, 'tsconfig.tests.json'), JSON.stringify(settings))
  return copy.run('tsc', '-p', `${place}/tsconfig.tests.json`)
}

async function runLine(line: string): Promise<Ended> {
  const words = splitWords(line)
  if (line.startsWith('pnpm create-narrator ')) return await create(words.slice(2))
  if (line.startsWith('pnpm linernotes ')) return await copy.linernotes(...words.slice(2))
  if (line.startsWith('pnpm exec vitest run ')) return await copy.run('vitest', ...words.slice(3))
  if (line === 'cd ../far-owl && npm install && npm test') return await testFarOwl()
  if (line.startsWith('mkdir -p ../town-crier && ')) return await makeTownCrier(line)
  throw new Error(`The test does not know how to run: ${line}`)
}

async function create(args: readonly string[]): Promise<Ended> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { template: { type: 'string' }, directory: { type: 'string' } },
  })
  const [name = ''] = positionals
  const template = templateNames.find((one) => one === (values.template ?? 'rules')) ?? 'rules'
  const directory = values.directory === undefined ? null : path.resolve(copy.root, values.directory)
  await createNarrator({ name, template, root: copy.root, directory })
  if (directory !== null) return { code: 0, output: '' }
  await copy.link(name)
  // As `pnpm --filter @linernotes/parrot add @langchain/openai` would.
  await mkdir(path.join(copy.root, 'plugins', name, 'node_modules/@langchain'))
  await symlink(path.join(real, 'plugins/llama-hosted/node_modules/@langchain/openai'), path.join(copy.root, 'plugins', name, 'node_modules/@langchain/openai'))
  return build(name, false)
}

/** As it stands, but what npm would install is linked. */
async function makeTownCrier(line: string): Promise<Ended> {
  const [install, ...before] = line.split(' && ').toReversed()
  expect(install).toBe('npm install ../liner-notes/packages/narrative-sdk zod')
  const made = await copy.shell(before.toReversed().join(' && '))
  await linkSdk(path.resolve(copy.root, '../town-crier'))
  return made
}

/** What npm would install is linked. */
async function testFarOwl(): Promise<Ended> {
  const place = path.resolve(copy.root, '../far-owl')
  await linkSdk(place)
  await symlink(path.join(real, 'node_modules/@types'), path.join(place, 'node_modules/@types'))
  const built = await copy.run('tsc', '-p', place)
  const tests = (await readdir(path.join(place, 'dist'))).filter((file) => file.endsWith('.test.js')).map((file) => path.join(place, 'dist', file))
  return built.code === 0 ? await copy.run('node', '--test', ...tests) : built
}

async function linkSdk(place: string): Promise<void> {
  await mkdir(path.join(place, 'node_modules/@linernotes'), { recursive: true })
  await symlink(path.join(real, 'packages/narrative-sdk'), path.join(place, 'node_modules/@linernotes/narrative-sdk'))
  await symlink(path.join(real, 'packages/narrative-sdk/node_modules/zod'), path.join(place, 'node_modules/zod'))
}
