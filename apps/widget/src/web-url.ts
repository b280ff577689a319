/** The text if it is an http(s) address, else null: nothing else ever becomes a link or a sound, whoever sent it. */
export function webUrl(text: unknown): string | null {
  return typeof text === 'string' && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null
}
