import type { PersonColumn } from '@linernotes/database'
import { webUrl } from '../graph/scalars.js'

/** People with links that are safe to follow. */
export function people(list: readonly PersonColumn[]): object[] {
  return list.map((person) => ({ ...person, image: webUrl(person.image), url: webUrl(person.url) }))
}
