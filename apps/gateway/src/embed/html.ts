/** Text that is markup already. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = string | number | Html | null | readonly Html[]

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')

/** Markup with values in it: text becomes text, in elements and in quoted attributes, whatever it holds. null is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((string, index) => string + written(values[index] ?? null)).join(''))
}

function written(value: Value): string {
  if (value === null) return ''
  if (value instanceof Html) return value.text
  return typeof value === 'object' ? value.map(({ text }) => text).join('') : escapeHtml(String(value))
}

const breakouts: Readonly<Record<string, string>> = { '<': String.raw`\u003c`, '>': String.raw`\u003e`, '&': String.raw`\u0026` }

/** JSON for a script element: the same value, and no character of it can end the element or begin a comment. U+2028 and U+2029 end lines in old scripts. */
export function jsonForScript(value: unknown): Html {
  const json = JSON.stringify(value).replaceAll(/[<>&]/g, (character) => breakouts[character] ?? '')
  return new Html(json.replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`))
}
