import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseEnvironment, printEnvironment } from './index.js'

describe('parseEnvironment', () => {
  it('needs nothing', () => {
    const parsed = parseEnvironment({}, '/app')
    expect(parsed).toMatchObject({
      ok: true,
      environment: { port: 4000, host: '127.0.0.1', dataDirectory: '/app/.data', databaseUrl: undefined, modelsDirectory: '/app/.data/models' },
    })
  })

  it('reports all problems together', () => {
    const parsed = parseEnvironment({ PORT: 'http', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', LINERNOTES_INSECURE: 'yes' }, '/app')
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'LINERNOTES_INSECURE', 'LOG_LEVEL'])
  })

  it.each(['65536', '-1', '4000.5', 'NaN', ' '])('refuses %j as a port', (port) => {
    expect(parseEnvironment({ PORT: port }, '/app').ok).toBe(false)
  })

  it('takes an empty variable for an unset one', () => {
    expect(parseEnvironment({ PORT: '', DATABASE_URL: '' }, '/app')).toMatchObject({ ok: true, environment: { port: 4000, databaseUrl: undefined } })
  })

  it('resolves a model file, but not a model id', () => {
    expect(parseEnvironment({ LLAMA_LOCAL_MODEL: 'models/a.gguf' }, '/app')).toMatchObject({ environment: { llamaLocal: { model: '/app/models/a.gguf' } } })
    expect(parseEnvironment({ LLAMA_LOCAL_MODEL: 'stories260k' }, '/app')).toMatchObject({ environment: { llamaLocal: { model: 'stories260k' } } })
  })
})

describe('the signing key', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const der = privateKey.export({ format: 'der', type: 'pkcs8' })

  it.each([
    ['PEM', pem],
    ['PEM in one line', pem.replaceAll('\n', String.raw`\n`)],
    ['PEM in base64', Buffer.from(pem).toString('base64')],
    ['DER in base64', der.toString('base64')],
  ])('is taken as %s', (_how, text) => {
    const parsed = parseEnvironment({ LINERNOTES_SIGNING_KEY: text }, '/app')
    expect(parsed.ok && parsed.environment.signingKey?.equals(privateKey)).toBe(true)
  })

  it.each([
    ['words', 'hunter2'],
    ['a key of another kind', generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()],
  ])('is refused where it is %s, and not repeated', (_what, text) => {
    const parsed = parseEnvironment({ LINERNOTES_SIGNING_KEY: text }, '/app')
    const problems = parsed.ok ? [] : parsed.problems
    expect(problems).toEqual([expect.stringContaining('LINERNOTES_SIGNING_KEY: expected an Ed25519 private key')])
    expect(problems.join()).not.toContain(text)
  })
})

describe('printEnvironment', () => {
  it('never shows a secret', () => {
    const printed = JSON.stringify(
      printEnvironment({
        DATABASE_URL: 'postgres://u:hunter2@h/d',
        LLAMA_HOSTED_API_KEY: 'sk-hunter2',
        LLAMA_HOSTED_BASE_URL: 'https://u:hunter2@llama.example/v1',
      }),
    )
    expect(printed).not.toContain('hunter2')
    expect(printed).toContain('********')
    expect(printed).toContain('https://u:********@llama.example/v1')
  })
})
