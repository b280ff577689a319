import { findChromium } from './find-chromium.js'

/**
 * `describe('the page', inChromium, () => …)`: skipped by name, and counted as skipped, where no browser is installed. A test may take two minutes: on a
 * machine with other work, one that takes five seconds has taken fifty.
 */
export const inChromium: { readonly skip: boolean; readonly timeout: number } = { skip: findChromium() === null, timeout: 120_000 }
