/** An SPDX id in words for readers. */
export function sayLicence(licence: string): string {
  if (licence === 'NOASSERTION') return 'licence not stated'
  if (licence === 'LicenseRef-private') return 'private'
  return licence.replace(/^CC-([A-Z-]+)-(?=\d)/, 'CC $1 ').replace(/^CC0-1\.0$/, 'CC0')
}
