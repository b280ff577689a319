import { lookup as resolve, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent } from 'undici'

/** Whether an address is one of the public internet: not loopback, private, link-local, multicast, reserved or a tunnel to one of these. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
  constructor(host: string) {
    super(`${host} is not on the public internet`)
  }
}

/**
 * Connects to public addresses only. The check is made on the address that is connected to, so that a name that resolves
 * differently a second time (DNS rebinding) gains nothing.
 */
export function createPublicDispatcher(allowPrivate: boolean): Agent {
  const lookup: LookupFunction = (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '', 0)
      const allowed = allowPrivate ? addresses : addresses.filter(({ address }) => isPublicAddress(address))
      const first = allowed[0]
      if (first === undefined) return callback(new PrivateAddressError(host), '', 0)
      if (options.all) return (callback as unknown as (error: null, all: LookupAddress[]) => void)(null, allowed)
      return callback(null, first.address, first.family)
    })
  }
  return new Agent({ connect: { lookup, timeout: 10_000 }, headersTimeout: 15_000, bodyTimeout: 15_000, maxResponseSize: 50_000_000 })
}

/** A host that is written as an address is never looked up, so it is checked beforehand. */
export function isPrivateHost(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(host) && !isPublicAddress(host)
}
