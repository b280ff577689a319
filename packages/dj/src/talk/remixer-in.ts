const words = /^(?<who>.+?)(?:['’]s)?\s+(?:re-?mix|rework|edit|dub|version)$/iu
/** Remixes are made for places and lengths, too: nobody is called so. */
const nobody = new Set([
  'original',
  'radio',
  'extended',
  'club',
  'album',
  'short',
  'long',
  'live',
  'instrumental',
  'acoustic',
  'demo',
  'single',
  'dub',
  'vocal',
  'full',
  'alternate',
  'alternative',
])

/** Who remixed a track, as its title says: "msc" of "Mondeo (msc Remix)"; null: nobody is named. */
export function remixerIn(title: string): string | null {
  const inside = /[([](?<inside>[^)\]]+)[)\]]\s*$/u.exec(title)?.groups?.['inside'] ?? ''
  const who = words.exec(inside)?.groups?.['who']?.trim() ?? null
  return who === null || who.length < 2 || nobody.has(who.toLowerCase()) ? null : who
}
