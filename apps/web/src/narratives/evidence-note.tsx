import { webUrl } from '../safety/web-url'
import { licenceWords } from '../words/licence-words'
import { PassagePlayer } from './passage-player'
import css from './evidence-note.module.css'
import type { Evidence } from './narrative.documents'

const kinds: Readonly<Record<Evidence['__typename'], string>> = {
  ListeningFact: 'Your listening',
  CatalogFact: 'The catalogue',
  AudienceFact: 'Listeners here',
  TranscriptExcerpt: 'The transcript',
  EpisodeMark: 'A chapter',
}

/** A fact: what it says, where it comes from, under which licence it may be shown, and what of it can be heard. */
export function EvidenceNote({ evidence }: { readonly evidence: Evidence }) {
  return (
    <div className={css.note}>
      <p className={css.kind}>{kinds[evidence.__typename]}</p>
      <p>{evidence.statement}</p>
      {evidence.__typename === 'TranscriptExcerpt' ? (
        <blockquote className={css.quote}>
          “{evidence.quote}”{evidence.speaker ? <footer>{evidence.speaker}</footer> : null}
        </blockquote>
      ) : null}
      {'listenUrl' in evidence ? <PassagePlayer url={webUrl(evidence.listenUrl)} /> : null}
      <p className={css.source}>
        <SourceName name={evidence.source.name} url={webUrl(evidence.source.url)} />, {licenceWords(evidence.source.licence)}
      </p>
    </div>
  )
}

function SourceName({ name, url }: { readonly name: string; readonly url: string | null }) {
  return url === null ? (
    name
  ) : (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  )
}
