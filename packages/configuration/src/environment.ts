import type { KeyObject } from 'node:crypto'
import path from 'node:path'
import type { z } from 'zod'
import { environmentVariables } from './environment-variables.js'

type Variables = {
  [V in (typeof environmentVariables)[number] as V['name']]: V['fallback'] extends string ? z.output<V['schema']> : z.output<V['schema']> | undefined
}

/** The environment, parsed. Paths are absolute; undefined is unset. */
export interface Environment {
  /** The root of the repository: relative paths of the environment start here. */
  readonly rootDirectory: string
  readonly host: string
  readonly port: number
  /** Where clients reach this server; undefined: where it listens. */
  readonly publicUrl: string | undefined
  readonly dataDirectory: string
  readonly databaseUrl: string | undefined
  readonly configFile: string
  /** Signs receipts; undefined: the key in the data directory. */
  readonly signingKey: KeyObject | undefined
  readonly modelsDirectory: string
  readonly allowPrivateFeeds: boolean
  readonly insecure: boolean
  readonly llamaLocal: { readonly model: string }
  readonly llamaHosted: { readonly baseUrl: string | undefined; readonly model: string | undefined; readonly apiKey: string | undefined }
  readonly speech: { readonly baseUrl: string | undefined; readonly model: string; readonly voice: string; readonly apiKey: string | undefined }
  readonly logLevel: Variables['LOG_LEVEL']
}

export type ParsedEnvironment = { readonly ok: true; readonly environment: Environment } | { readonly ok: false; readonly problems: readonly string[] }

/** Reads every variable once and reports all problems together. An empty variable counts as unset, as in a shell script. Relative paths start at `directory`. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>, directory: string): ParsedEnvironment {
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const { name, fallback, schema } of environmentVariables) {
    const text = variables[name] || fallback
    if (text === null) continue
    const parsed = schema.safeParse(text)
    if (parsed.success) values[name] = parsed.data
    else problems.push(`${name}: ${parsed.error.issues[0]?.message ?? 'is not valid'}`)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, environment: named(values as Variables, directory) }
}

function named(values: Variables, directory: string): Environment {
  const dataDirectory = path.resolve(directory, values.LINERNOTES_DATA_DIR)
  const model = values.LLAMA_LOCAL_MODEL
  return {
    rootDirectory: directory,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.LINERNOTES_PUBLIC_URL,
    dataDirectory,
    databaseUrl: values.DATABASE_URL,
    signingKey: values.LINERNOTES_SIGNING_KEY,
    configFile: path.resolve(directory, values.LINERNOTES_CONFIG),
    modelsDirectory: values.LINERNOTES_MODELS_DIR === undefined ? path.join(dataDirectory, 'models') : path.resolve(directory, values.LINERNOTES_MODELS_DIR),
    allowPrivateFeeds: values.LINERNOTES_ALLOW_PRIVATE_FEEDS,
    insecure: values.LINERNOTES_INSECURE,
    llamaLocal: { model: /[/\\]|\.gguf$/i.test(model) ? path.resolve(directory, model) : model },
    llamaHosted: { baseUrl: values.LLAMA_HOSTED_BASE_URL, model: values.LLAMA_HOSTED_MODEL, apiKey: values.LLAMA_HOSTED_API_KEY },
    speech: { baseUrl: values.SPEECH_BASE_URL, model: values.SPEECH_MODEL, voice: values.SPEECH_VOICE, apiKey: values.SPEECH_API_KEY },
    logLevel: values.LOG_LEVEL,
  }
}
