const creativeCommons = /^(?:CC-(?:BY|BY-SA|BY-ND|BY-NC|BY-NC-SA|BY-NC-ND)-(?:1\.0|2\.0|2\.5|3\.0|4\.0)|CC0-1\.0|CC-PDDC)$/
/** Other licences that people put on what they say or play (https://spdx.org/licenses). */
const others = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'GFDL-1.3-only',
  'GFDL-1.3-or-later',
  'LAL-1.3',
  'MIT',
  'OGL-UK-3.0',
  'PDDL-1.0',
  'Unlicense',
  'WTFPL',
]

/** The SPDX id that podcast:license names, in any case; anything else is NOASSERTION. */
export function spdxLicence(text: string | null): string {
  const id = (text ?? '').trim()
  if (creativeCommons.test(id.toUpperCase())) return id.toUpperCase()
  return others.find((other) => other.toLowerCase() === id.toLowerCase()) ?? 'NOASSERTION'
}
