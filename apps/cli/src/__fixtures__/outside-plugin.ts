import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './cli.js'

/** As a stranger writes it: plain JavaScript, nothing imported. It says a fact, then something that no fact says. */
const tattler = `
const standard = { version: 1, vendor: 'tattler', validate: (value) => ('shout' in value ? { issues: [{ message: 'no such option', path: ['shout'] }] } : { value }) }
const capabilities = { kinds: ['track', 'episode'], styles: ['blurb', 'pitch'], languages: ['en'], streaming: true, structuredOutput: false, seed: true, maxInputTokens: null, locality: 'on-device', realisation: 'model', promptVersion: '1', maxConcurrency: null }
export default {
  contract: 'narrative/v1', key: 'tattler', displayName: 'Tattler', version: '2.0.0', config: { '~standard': standard },
  create: async () => ({
    capabilities,
    async *narrate(request, { signal }) {
      signal.throwIfAborted()
      yield { type: 'narrative-start', model: 'gossip', warnings: [] }
      yield { type: 'text-delta', text: request.facts[0].statement }
      yield { type: 'sentence-end', factIds: [request.facts[0].id] }
      yield { type: 'text-delta', text: ' Elvis Presley sang it 9,999 times.' }
      yield { type: 'sentence-end', factIds: [request.facts[0].id] }
      yield { type: 'narrative-end', finish: 'complete', usage: { inputTokens: 12, outputTokens: 7, cachedInputTokens: null, costMicroUsd: null } }
    },
    health: async () => ({ state: 'up', detail: null }),
    [Symbol.asyncDispose]: async () => undefined,
  }),
}
`

export interface OutsideConfig extends AsyncDisposable {
  readonly directory: string
  /** Writes the configuration with these entries of `providers`, as JavaScript, and gives the variable that names it. */
  configure(providers: readonly string[], more?: string): Promise<{ readonly LINERNOTES_CONFIG: string }>
}

/** A configuration outside the repository, with a provider in its own node_modules. */
export async function createOutsideConfig(): Promise<OutsideConfig> {
  const directory = await mkdtemp(path.join(tmpdir(), 'ln-outside-'))
  const place = path.join(directory, 'node_modules/tattler')
  await mkdir(place, { recursive: true })
  await writeFile(path.join(place, 'package.json'), JSON.stringify({ name: 'tattler', version: '2.0.0', type: 'module', exports: './index.js' }))
  await writeFile(path.join(place, 'index.js'), tattler)
  let made = 0
  return {
    directory,
    async configure(providers, more = '{}') {
      const file = path.join(directory, `linernotes.config-${(made += 1)}.mjs`)
      const house = JSON.stringify(path.join(root, 'plugins/house-narrator'))
      const config = `{ providers: [${[house, ...providers].join(', ')}], order: { track: ['house-narrator'], episode: ['house-narrator'] }, ...${more} }`
      await writeFile(file, `export default () => (${config})\n`)
      return { LINERNOTES_CONFIG: file }
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  }
}
