import unseen from '../design/unseen.module.css'
import { webUrl } from '../safety/web-url'
import { firstSentence } from '../words/first-sentence'
import { licenceWords } from '../words/licence-words'
import type { Segment, Talk } from './dj-view'
import css from './talk-panel.module.css'

interface TalkPanelProps {
  readonly segment: Segment | null
  readonly talk: { readonly pieces: readonly string[]; readonly isWhole: boolean } | null
  /** The caption that the voice is at. */
  readonly caption: string | null
  readonly isSpeaking: boolean
  /** The words are spoken: a screen reader that read them out as well would talk into them. */
  readonly isHeard: boolean
}

/** What the DJ says before the item: as it comes, with the words that are spoken now marked, and what it rests on. */
export function TalkPanel({ segment, talk, caption, isSpeaking, isHeard }: TalkPanelProps) {
  const narrative = segment?.talk?.__typename === 'Narrative' ? segment.talk : null
  const pieces = talk?.pieces ?? []
  const silence = quiet(segment, talk?.isWhole ?? false)
  return (
    <section className={css.talk} aria-label="The DJ">
      {/* A log is read out where it grows, politely: each piece once, whatever is marked in the words that are seen. */}
      <p className={unseen.unseen} role="log" aria-live={isHeard ? 'off' : 'polite'} aria-atomic="false">
        {(pieces.length === 0 ? [silence] : pieces).map((piece, index) => (
          <span key={`${segment?.id}:${index}`}>{piece}</span>
        ))}
      </p>
      <p className={css.words} aria-hidden="true" data-kind={pieces.length === 0 ? 'quiet' : 'talk'}>
        {pieces.length === 0 ? silence : pieces.map((piece, index) => <Piece key={`${segment?.id}:${index}`} text={piece} caption={caption} />)}
      </p>
      {narrative === null ? null : <Grounds talk={narrative} speech={segment?.speech ?? null} isSpeaking={isSpeaking} />}
    </section>
  )
}

function quiet(segment: Segment | null, isWhole: boolean): string {
  if (segment === null) return ''
  if (!isWhole) return 'The DJ is looking for the words …'
  return 'The DJ says nothing before this one.'
}

/** A piece of the talk; the caption that is spoken now is marked where it stands in it. */
function Piece({ text, caption }: { readonly text: string; readonly caption: string | null }) {
  const start = caption === null ? -1 : text.indexOf(caption)
  if (caption === null || start < 0) return <span>{text}</span>
  return (
    <span>
      {text.slice(0, start)}
      <mark>{caption}</mark>
      {text.slice(start + caption.length)}
    </span>
  )
}

function Grounds({ talk, speech, isSpeaking }: { readonly talk: Talk; readonly speech: Segment['speech']; readonly isSpeaking: boolean }) {
  const voice = speech === null ? '' : isSpeaking ? ` Now speaking: ${speech.disclosure.label}.` : ` ${speech.disclosure.label}.`
  return (
    <>
      <p className={css.disclosure}>
        {talk.provider.displayName}. {talk.disclosure.label}
        {voice}
      </p>
      <details className={css.grounds}>
        <summary>What this rests on</summary>
        <ul>
          {talk.evidence.map(({ id, statement, source }) => (
            <li key={id}>
              {statement}{' '}
              <small>
                <SourceName {...source} />, {licenceWords(source.licence)}
              </small>
            </li>
          ))}
        </ul>
        {talk.fallbackReason === null ? null : <p className={css.fallback}>Why not another narrator: {firstSentence(talk.fallbackReason)}</p>}
      </details>
    </>
  )
}

function SourceName({ name, url }: { readonly name: string; readonly url: string | null }) {
  const address = webUrl(url)
  return address === null ? name : <a href={address}>{name}</a>
}
