import { isSpecialPurpose } from '../freemusicc/store-artists.js'

const VARIOUS_ARTISTS = '89ad4ac3-39f7-470e-963a-56509c546377'

/** "Various Artists" and what MusicBrainz writes in brackets, such as [anonymous] (Style / Unknown and untitled / Special purpose artist). */
export function isSpecialPurposeArtist(mbid: string, name: string): boolean {
  return mbid === VARIOUS_ARTISTS || /^\[.+\]$/.test(name) || isSpecialPurpose(name)
}
