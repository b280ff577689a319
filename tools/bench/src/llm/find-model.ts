import path from 'node:path'
import type { Environment } from '@linernotes/configuration'
import { openModelFiles } from '@linernotes/model-files'
import { root } from './llama-local.js'

/** Comes with the repository: the machinery can be measured with it, prose cannot. */
const fallback = path.join(root, 'data/mit/stories260K.gguf')

/** The model asked for; else the configured one; else the toy that is always there, with a note. null: the one asked for is missing. */
export async function findModel(
  environment: Environment,
  asked: string | null,
  note: (line: string) => void,
): Promise<{ readonly name: string; readonly path: string } | null> {
  const files = openModelFiles({ directory: environment.modelsDirectory, baseDirectory: environment.rootDirectory, fetch, now: Date.now })
  const isFile = asked !== null && /[/\\]|\.gguf$/iu.test(asked)
  const wanted = isFile ? path.resolve(process.env['INIT_CWD'] ?? process.cwd(), asked) : (asked ?? environment.llamaLocal.model)
  const found = await files.path(wanted)
  if (found !== null) return { name: path.basename(wanted, '.gguf'), path: found }
  if (asked !== null) return null
  note(`bench:llm: the model ${wanted} is not there; measuring with stories260K, a toy of 1.2 MB, whose decoding is overhead more than arithmetic`)
  return { name: 'stories260K', path: fallback }
}
