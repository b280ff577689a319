/** What came of a request that somebody typed: all of it, a part of it and said so, a part of it in silence, or something else than what was asked. */
export type Verdict = 'just-so' | 'said-so' | 'silent' | 'wrong'

/**
 * Judges operations, in the short form of the files of requests, by what was expected. `expected` holds readings that are all right, parted by `|`; a reading is
 * operations parted by ` + `, `*` stands for anything in one, and `refused?` may be said or not. Wrong is an operation of no right reading: worse than no operation.
 */
export function judgeReading(found: readonly string[], expected: string): Verdict {
  const atoms = found.flatMap(atomsOf)
  const readings = expected.split(' | ').map((reading) => reading.split(' + ').flatMap(atomsOf))
  if (readings.some((reading) => isJust(atoms, reading))) return 'just-so'
  const isRight = (atom: string): boolean => atom === 'refused' || readings.some((reading) => reading.some((wished) => matches(atom, wished)))
  if (!atoms.every(isRight)) return 'wrong'
  return atoms.includes('refused') ? 'said-so' : 'silent'
}

function isJust(atoms: readonly string[], reading: readonly string[]): boolean {
  const needed = reading.filter((wished) => wished !== 'refused?')
  const rest = atoms.filter((atom) => !(atom === 'refused' && reading.includes('refused?')))
  return needed.length === rest.length && needed.every((wished) => rest.some((atom) => matches(atom, wished)))
}

const matches = (atom: string, wished: string): boolean => (wished.endsWith('*') ? atom.startsWith(wished.slice(0, -1)) : atom === wished)

/** One operation on several tags or things comes to the same as several on one each. */
function atomsOf(operation: string): readonly string[] {
  const [type, rest] = operation.split(/:(.*)/su)
  if (rest === undefined || !['only', 'not', 'like', 'play'].includes(type ?? '')) return [operation]
  return rest.split(/[+,]/u).map((one) => `${type}:${one}`)
}
