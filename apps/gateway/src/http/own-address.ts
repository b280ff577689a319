import { isIPv6 } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Request } from 'express'

const HOST = /^(?<name>[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::(?<port>\d{1,5}))?$/iu
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What of the configuration says where this server is. */
export interface Whereabouts {
  readonly host: string
  readonly publicUrl: string | undefined
}

/**
 * Where the client finds this server, to be put in front of a path: the configured address, where there is one. A client writes its `Host` itself, and so may others in
 * its name: it is believed only where it names this machine (loopback, the address that answered, the host that is configured). Else it is the address that answered.
 */
export function ownAddress({ socket, headers }: Pick<Request, 'socket' | 'headers'>, { host, publicUrl }: Whereabouts): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/+$/, '')
  const scheme = (socket as Partial<TLSSocket>).encrypted === true ? 'https' : 'http'
  const answered = bracketed((socket.localAddress ?? '127.0.0.1').replace(/^::ffff:/, ''))
  const asked = HOST.exec(headers.host ?? '')?.groups
  const name = asked?.['name']?.toLowerCase()
  const address = `${scheme}://${name}${asked?.['port'] ? `:${asked['port']}` : ''}`
  const isOurs = name !== undefined && (LOOPBACK.has(name) || name === answered || name === host.toLowerCase()) && URL.canParse(address)
  return isOurs ? address : `${scheme}://${answered}:${socket.localPort}`
}

/** Whether a request was sent to a name of this machine, or to the configured address. One without a name is not from a browser. */
export function isOwnName({ socket, headers }: Pick<Request, 'socket' | 'headers'>, { host, publicUrl }: Whereabouts): boolean {
  if (headers.host === undefined) return true
  const name = HOST.exec(headers.host)?.groups?.['name']?.toLowerCase()
  const answered = bracketed((socket.localAddress ?? '').replace(/^::ffff:/, ''))
  const isPublic = publicUrl !== undefined && URL.canParse(publicUrl) && new URL(publicUrl).hostname === name
  return name !== undefined && (LOOPBACK.has(name) || name === answered || name === host.toLowerCase() || isPublic)
}

const bracketed = (address: string): string => (isIPv6(address) ? `[${address}]` : address)
