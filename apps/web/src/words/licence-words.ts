/** A licence as a reader understands it; SPDX ids of catalogues are names already. */
export function licenceWords(licence: string): string {
  if (licence === 'LicenseRef-private') return 'private: shown to this listener only'
  return licence === 'NOASSERTION' ? 'licence not stated' : licence
}
