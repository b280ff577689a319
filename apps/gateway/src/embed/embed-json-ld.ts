import type { Embed, EmbedNarrative } from './embed.js'

/** The item as schema.org describes it, with the narrative as its abstract, the passage that proves it, and who made the text. */
export function embedJsonLd(embed: Embed, origin: string): object {
  const { kind, title, by, url, release, publishedOn, durationMs, narrative } = embed
  const page = `${origin}/embed/${embed.id}`
  const whole = kind === 'episode' ? { partOfSeries: { '@type': 'PodcastSeries', name: by } } : { byArtist: { '@type': 'MusicGroup', name: by } }
  return {
    '@context': 'https://schema.org',
    '@type': kind === 'episode' ? 'PodcastEpisode' : 'MusicRecording',
    '@id': `${page}#item`,
    name: title,
    mainEntityOfPage: page,
    ...whole,
    ...(url !== null && { url }),
    ...(release !== null && { inAlbum: { '@type': 'MusicAlbum', name: release } }),
    ...(publishedOn !== null && { datePublished: kind === 'episode' ? publishedOn.slice(0, 10) : publishedOn }),
    ...(durationMs !== null && { duration: isoDuration(durationMs) }),
    ...(narrative !== null && { abstract: narrative.text, hasPart: clips(narrative), subjectOf: liner(narrative, page) }),
  }
}

/** The text by itself: whose words it is, and what it rests on. */
function liner({ text, realisation, disclosure, provider, createdAt, language, evidence }: EmbedNarrative, page: string): object {
  return {
    '@type': 'CreativeWork',
    '@id': `${page}#note`,
    text,
    inLanguage: language,
    dateCreated: createdAt,
    creator: { '@type': 'SoftwareApplication', name: provider.displayName, applicationCategory: 'Narrator' },
    creditText: disclosure.label,
    // IPTC's vocabulary, as schema.org has it: made by a machine, a trained model or rules.
    digitalSourceType: `https://schema.org/${realisation === 'MODEL' ? 'TrainedAlgorithmicMedia' : 'AlgorithmicMedia'}DigitalSource`,
    isBasedOn: evidence.map(({ statement, source }) => ({
      '@type': 'CreativeWork',
      text: statement,
      creditText: source.name,
      ...(source.url !== null && { url: source.url }),
      // A licence that is not stated is none that could be linked.
      ...(/^(CC|CC0|MIT)\b/.test(source.licence) && { license: `https://spdx.org/licenses/${source.licence}.html` }),
    })),
  }
}

const clips = ({ evidence }: EmbedNarrative): readonly object[] =>
  evidence
    .filter(({ listenUrl, startMs }) => listenUrl !== null && startMs !== null)
    .map(({ statement, quote, listenUrl, startMs, endMs }) => ({
      '@type': 'Clip',
      name: quote ?? statement,
      url: listenUrl,
      startOffset: (startMs ?? 0) / 1_000,
      ...(endMs !== null && { endOffset: endMs / 1_000 }),
    }))

/** ISO 8601: PT1H2M3S. */
function isoDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000)
  return `PT${Math.floor(seconds / 3_600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`
}
