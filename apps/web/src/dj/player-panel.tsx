import type { Segment } from './dj-view'
import { clock, creditOf, lengthOf, originOf } from './describe-item'
import type { Connection } from './follow-session'
import css from './player-panel.module.css'
import type { Playback } from './use-playback'

interface PlayerPanelProps {
  /** null: nothing plays yet. */
  readonly segment: Segment | null
  readonly playback: Playback
  readonly connection: Connection
  /** Why talk has no sound; null: it has. */
  readonly speechUnavailable: string | null
  readonly withVoice: boolean
  readonly onVoice: (withVoice: boolean) => void
}

const connections: Readonly<Record<Connection, string>> = {
  connecting: 'Connecting to the DJ …',
  following: '',
  offline: 'No network. The music goes on as far as it was planned; the DJ is back when the network is.',
  'trying-again': 'The connection was cut. Trying again; nothing is lost.',
}

/** What plays, how far it is, and what can be done about it. */
export function PlayerPanel({ segment, playback, connection, speechUnavailable, withVoice, onVoice }: PlayerPanelProps) {
  const { deck, isHeld } = playback
  const lengthMs = deck.phase === 'item' ? deck.lengthMs : segment === null ? 0 : lengthOf(segment.item)
  const elapsedMs = deck.phase === 'item' ? deck.elapsedMs : 0
  return (
    <section className={css.player} aria-labelledby="now-playing">
      <p className={css.credit}>{segment ? creditOf(segment.item) : '\u00a0'}</p>
      <p className={css.origin}>{segment ? originOf(segment.item) : '\u00a0'}</p>
      <h1 id="now-playing" className={css.title}>
        {segment?.item.title ?? 'Choosing a record …'}
      </h1>
      <div className={css.progress}>
        <progress
          aria-label="How far it is"
          aria-valuetext={`${clock(elapsedMs)} of ${clock(lengthMs)}`}
          max={Math.max(lengthMs, 1)}
          value={Math.min(elapsedMs, lengthMs)}
        />
        <span aria-hidden="true">{clock(elapsedMs)}</span>
        <span aria-hidden="true">{segment ? clock(lengthMs) : '–:––'}</span>
      </div>
      <div className={css.controls}>
        <button type="button" className={css.primary} disabled={segment === null} onClick={() => playback.hold(!isHeld)}>
          {isHeld ? 'Play' : 'Pause'}
        </button>
        <button type="button" disabled={segment === null} onClick={playback.skip}>
          Skip
        </button>
        {speechUnavailable === null ? (
          <label className={css.check}>
            <input type="checkbox" checked={withVoice} onChange={(event) => (onVoice(event.target.checked), event.target.checked || playback.cutTalk())} />
            <span>Speak the talk</span>
          </label>
        ) : null}
      </div>
      <div className={css.notes} role="status">
        {connections[connection] === '' ? null : <p className={css.loud}>{connections[connection]}</p>}
        {deck.isSilent ? <p>Playing silently: this {segment?.item.__typename === 'Episode' ? 'episode' : 'track'} cannot be reached.</p> : null}
        {deck.isBlocked ? <p className={css.loud}>The browser waits for you: press Play.</p> : null}
        {speechUnavailable === null ? null : <p>Talk stays text. {speechUnavailable}</p>}
      </div>
      <audio ref={playback.item} preload="auto" />
      <audio ref={playback.voice} preload="auto" />
    </section>
  )
}
