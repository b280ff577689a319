import { configureGlobal } from 'fast-check'

// The same seed gives the same examples: a run that fails fails again. `FAST_CHECK_SEED=$RANDOM pnpm test` looks for new ones.
configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 1) })
