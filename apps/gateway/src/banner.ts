import type { ProviderStatus } from '@linernotes/narratives'

export interface BannerFacts {
  readonly host: string
  readonly port: number
  readonly kind: 'embedded' | 'served'
  readonly providers: readonly ProviderStatus[]
}

/** What a newcomer reads first: where, whom to ask for, who writes, what to try next. */
export function banner({ host, port, kind, providers }: BannerFacts): readonly string[] {
  const name = host === '0.0.0.0' || host === '127.0.0.1' || host === '::' ? 'localhost' : host
  const withoutModel = providers.some(({ key, health }) => key === 'llama-local' && health.state === 'down')
  return [
    '',
    `  Liner Notes    http://${name}:${port}/graphql${kind === 'served' ? '   (PostgreSQL, answering everybody: LINERNOTES_INSECURE=1)' : ''}`,
    `  Look           http://${name}:${port}/ lists, /dj a DJ who knows them, /widget/ a page of somebody else`,
    '',
    '  Ask for        ada, ben or chloe: synthetic listeners with ten years of history',
    ...providers.map(
      ({ key, health }, index) =>
        `  ${index === 0 ? 'Narrators ' : '          '}     ${health.state === 'up' ? '●' : '○'} ${key.padEnd(16)} ${health.state}${health.detail === null ? '' : `: ${health.detail}`}`,
    ),
    '',
    `  Try            ${withoutModel ? 'npx -y pnpm@12.21.0 linernotes models pull    a small Llama, used as soon as it is there' : 'the first address in a browser: it opens on the main query'}`,
    '',
  ]
}
