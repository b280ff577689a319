import path from 'node:path'
import { readFile } from 'node:fs/promises'
import { entityId } from '../../entity-id.js'
import { ImportFormatError } from '../../import-report.js'
import type { EpisodeDraft, ShowDraft } from '../podcasts/podcast-drafts.js'
import { plainMarkdown } from './plain-markdown.js'

/** Names of the shows by their folders in the repository of transcripts. */
const showNames: Readonly<Record<string, string>> = {
  podcast: 'The Changelog',
  gotime: 'Go Time',
  jsparty: 'JS Party',
  founderstalk: 'Founders Talk',
  practicalai: 'Practical AI',
  spotlight: 'Spotlight',
  rfc: 'Request For Commits',
  afk: 'Away from Keyboard',
  brainscience: 'Brain Science',
  shipit: 'Ship It!',
  friends: 'Changelog & Friends',
  news: 'Changelog News',
}

/**
 * The episode that a Changelog transcript belongs to. Its path gives show and number; title, date and guests are nowhere in these
 * files, so the title is show and number or slug, and the rest is unknown. Show notes beside it give what was linked.
 * @throws ImportFormatError neither folder nor name is one of the shows
 */
export async function changelogEpisode(file: string): Promise<{ readonly show: ShowDraft; readonly episode: EpisodeDraft }> {
  const slug = path.basename(file).replace(/(\.md)?(\.gz)?$/, '')
  const { folder, name } = showOf(path.basename(path.dirname(path.resolve(file))), slug, file)
  const rest = slug.startsWith(`${hyphenated(name)}-`) ? slug.slice(hyphenated(name).length + 1) : slug
  const number = /^\d{1,5}$/.test(rest) ? Number(rest) : null
  const title = number === null ? `${name}: ${rest.replaceAll('-', ' ')}` : `${name} ${number}`
  const guid = `${folder}/${slug}`
  const showId = entityId('show', 'changelog', folder)
  const show: ShowDraft = {
    id: showId,
    podcastGuid: null,
    title: name,
    publisher: 'Changelog Media',
    feedUrl: null,
    siteUrl: `https://changelog.com/${folder}`,
    description: null,
    language: 'en',
    medium: 'podcast',
    categories: [],
    advisory: 'unknown',
    imageUrl: null,
    people: [],
    fundingUrl: null,
  }
  const episode: EpisodeDraft = {
    id: entityId('episode', 'changelog', guid),
    showId,
    guid,
    title,
    description: await linkedThings(file),
    publishedAt: null,
    durationMs: null,
    seasonNumber: null,
    episodeNumber: number,
    episodeType: rest.startsWith('bonus') ? 'bonus' : 'full',
    advisory: 'unknown',
    imageUrl: null,
    url: `https://changelog.com/${folder}/${rest}`,
    enclosures: [],
    people: [],
    tags: [],
    chapters: [],
    soundbites: [],
    externalIds: [],
  }
  return { show, episode }
}

/** By the folder, or, where a file lies alone, by how its name begins. */
function showOf(folder: string, slug: string, file: string): { readonly folder: string; readonly name: string } {
  const name = showNames[folder]
  if (name !== undefined) return { folder, name }
  const found = Object.entries(showNames).find(([, title]) => slug.startsWith(`${hyphenated(title)}-`))
  if (found === undefined)
    throw new ImportFormatError(
      `${file}: which episode does this transcript belong to? Say --episode with its id or guid, or keep the folders of thechangelog/transcripts`,
    )
  return { folder: found[0], name: found[1] }
}

function hyphenated(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** The show notes are a list of links: what is linked, without the addresses; null: there are none. */
async function linkedThings(file: string): Promise<string | null> {
  const notes = file.replace(/(^|\/)transcripts\//, '$1show-notes/')
  if (notes === file) return null
  const text = await readFile(notes, 'utf8').catch(() => null)
  const links = [...(text ?? '').matchAll(/^\s*[-*]\s+(.+)$/gm)].map((match) => plainMarkdown(match[1] ?? '')).filter((link) => link !== '')
  return links.length === 0 ? null : `Linked in the show notes: ${links.join('; ')}.`
}
