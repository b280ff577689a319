const two = (value: number): string => String(value).padStart(2, '0')

/** 27:29, 1:02:03. */
export function sayLength(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  const minutes = Math.floor(seconds / 60) % 60
  return seconds >= 3_600 ? `${Math.floor(seconds / 3_600)}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** 12 March 2019; a partial date as it is. */
export function sayDate(date: string): string {
  const moment = new Date(date)
  if (date.length <= 7 || Number.isNaN(moment.getTime())) return date
  return moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** An SPDX id as its owner writes it, and where its text is. */
export function sayLicence(licence: string): { readonly name: string; readonly url: string | null } {
  if (licence === 'NOASSERTION') return { name: 'licence not stated', url: null }
  if (licence === 'LicenseRef-private') return { name: 'private', url: null }
  if (licence === 'CC0-1.0') return { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' }
  const [, kind, version] = /^CC-([A-Z-]+)-(\d\.\d)$/.exec(licence) ?? []
  if (kind === undefined || version === undefined) return { name: licence, url: null }
  return { name: `CC ${kind} ${version}`, url: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/` }
}
