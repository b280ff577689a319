import type { Environment } from '@linernotes/configuration'

/** One clear line with the remedy, for whatever kept the gateway from starting. */
export function explainStartFailure(error: unknown, { host, port }: Environment): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is in use. Stop what uses it, or start with PORT=${port + 1}.`
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Start with a PORT above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST=${host} is no address of this machine. Try HOST=127.0.0.1.`
  const message = error instanceof Error ? error.message : String(error)
  return message.replaceAll('\n', ' ')
}
