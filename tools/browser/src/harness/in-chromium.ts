import { findChromium } from './find-chromium.js'

/** `describe('the page', inChromium, () => …)`: skipped by name, and counted as skipped, where no browser is installed. */
export const inChromium: { readonly skip: boolean } = { skip: findChromium() === null }
