import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of the system; null: there is none, and tests that need one are skipped by name. */
export const findChromium = (): string | null => places.find((place) => existsSync(place)) ?? null
