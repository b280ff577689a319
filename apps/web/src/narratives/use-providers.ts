import { useQuery } from 'urql'
import { providersQuery, type ProviderAnswer } from './narrative.documents'

const none: readonly ProviderAnswer[] = []

/** The configured narrators, in their order; empty as long as they are not known. */
export function useProviders(): readonly ProviderAnswer[] {
  const [{ data }] = useQuery({ query: providersQuery })
  return data?.providers ?? none
}

/** Whether a narrator can be asked now; another one answers in its place where it cannot. */
export const providerLabel = ({ displayName, health }: ProviderAnswer): string => (health.state === 'DOWN' ? `${displayName} (not here now)` : displayName)
