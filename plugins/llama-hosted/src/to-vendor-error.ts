import { NarrativeError } from '@linernotes/narrative-sdk'

/** `cause` came from choosing or making the model, before anything was asked of it. */
export function toVendorError(vendor: string, cause: unknown): NarrativeError {
  const message = cause instanceof Error ? cause.message : String(cause)
  const packageName = /Unable to import (@?[\w./-]*\w)/u.exec(message)?.[1] ?? /Cannot find (?:package|module) '([^']+)'/u.exec(message)?.[1]
  if (packageName !== undefined) {
    return new NarrativeError(
      'misconfigured',
      `The vendor ${JSON.stringify(vendor)} needs the package ${packageName}: add it with pnpm add --filter @linernotes/llama-hosted ${packageName}`,
      { cause },
    )
  }
  const line = message.split('\n')[0] ?? ''
  if (/api key|apikey|_KEY/iu.test(message))
    return new NarrativeError('misconfigured', `The vendor ${JSON.stringify(vendor)} needs a key: set LLAMA_HOSTED_API_KEY (${line})`, { cause })
  return new NarrativeError(
    'misconfigured',
    `narratives.llama-hosted.vendor: ${JSON.stringify(vendor)} cannot be used: ${message.replaceAll(/\s+/gu, ' ').slice(0, 400)}`,
    { cause },
  )
}
