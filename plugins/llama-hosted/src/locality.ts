import { isIP } from 'node:net'
import type { Capabilities } from '@linernotes/narrative-sdk'

/** Where the words of a request go, as far as the address says. A name that says nothing is a third party. */
export function localityOf(baseUrl: string | undefined): Capabilities['locality'] {
  if (baseUrl === undefined) return 'third-party'
  const host = new URL(baseUrl).hostname.replace(/^\[(.*)\]$/u, '$1').replace(/\.$/u, '')
  if (host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))) return 'on-device'
  const isPrivateAddress =
    isIP(host) === 4
      ? /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/u.test(host)
      : /^f[cd][\da-f]{2}:|^fe[89ab][\da-f]:/iu.test(host)
  const isPrivateName = isIP(host) === 0 && (!host.includes('.') || /\.(?:local|internal|lan|home\.arpa|svc|cluster\.local)$/iu.test(host))
  return isPrivateAddress || isPrivateName ? 'private-network' : 'third-party'
}
