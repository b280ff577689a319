import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // graphql loads twice otherwise ("another module or realm").
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  test: {
    include: ['{apps,packages,plugins,tools}/*/src/**/*.test.ts'],
    typecheck: { enabled: false },
    setupFiles: ['vitest.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A second, which is the default, is short on a machine that does something else as well.
    expect: { poll: { timeout: 15_000 } },
  },
})
