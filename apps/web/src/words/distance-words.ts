/** Where a dial stands, for whoever cannot see it: its ends by their names, what lies between by how far it is. */
export function distanceWords(value: number): string {
  const tenths = Math.round(value * 10)
  if (tenths === 0) return 'What I know'
  return tenths === 10 ? 'Surprise me' : `${tenths} of 10, from what I know to surprise me`
}
