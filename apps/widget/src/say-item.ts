import { html, nothing, type TemplateResult } from 'lit'
import type { Embed } from './embed.js'
import { sayDate, sayLength } from './say.js'

/** LINUX Unplugged · 12 March 2019 · 1:12:40. */
export function sayItem({ by, release, publishedOn, durationMs, kind }: Embed): TemplateResult {
  const date = publishedOn === null ? null : kind === 'track' ? publishedOn.slice(0, 4) : sayDate(publishedOn)
  const parts = [by, release, date, durationMs === null ? null : sayLength(durationMs)].filter((part) => part !== null && part !== '')
  return html`${parts.map((part, place) => html`${place === 0 ? nothing : ' · '}<bdi>${part}</bdi>`)}`
}
