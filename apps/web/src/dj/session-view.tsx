import { useEffect, useState } from 'react'
import { useMutation } from 'urql'
import { Link } from '../app/link'
import { hrefOf } from '../app/route'
import { useFocusOnChange } from '../app/use-focus-on-change'
import { steerDj } from './dj-documents'
import css from './session-view.module.css'
import { planFrom, talkOf } from './dj-view'
import { PlayerPanel } from './player-panel'
import { QueuePanel } from './queue-panel'
import { SteeringPanel, type Steering } from './steering-panel'
import { TalkPanel } from './talk-panel'
import { useDjSession } from './use-dj-session'
import { usePlayback } from './use-playback'

interface SessionViewProps {
  readonly id: string
  readonly listener: string | null
}

/** A running session: what plays, what is said about it, what can be asked for, and what comes. */
export function SessionView({ id, listener }: SessionViewProps) {
  const { view, connection, problem, answered } = useDjSession(id)
  const [steered, sendSteering] = useMutation(steerDj)
  const [withVoice, setWithVoice] = useState(true)
  /** Whether it reached the DJ. */
  const steer = async (steering: Steering): Promise<boolean> => {
    const { data, error } = await sendSteering({ input: { sessionId: id, ...steering } })
    if (data?.steerDjSession.__typename === 'DjSession') answered(data.steerDjSession)
    return error === undefined
  }
  const playback = usePlayback(view, { withVoice, onHold: (isHeld) => void steer({ pause: isHeld }) })
  const { now, next } = planFrom(view, playback.position)
  useTitle(now?.item.title ?? null)
  useFocusOnChange(view.session?.state === 'ENDED')
  const again = (
    <Link className={css.again} href={hrefOf('/dj', { listener })}>
      Start another session
    </Link>
  )
  if (problem !== null)
    return (
      <section className={css.over}>
        <h1>This session is not here.</h1>
        <p>It may have been started on another server, or be long over.</p>
        {again}
      </section>
    )
  const { session } = view
  const keep = session ? (
    <a href={new URL(session.export).pathname} download>
      Keep this session as a playlist (JSPF)
    </a>
  ) : null
  if (session?.state === 'ENDED')
    return (
      <section className={css.over}>
        <h1>That was the session.</h1>
        <p role="status">{session.understood.join(' ')}</p>
        <p className={css.keep}>
          {keep}
          {again}
        </p>
      </section>
    )
  const refusal = steered.data?.steerDjSession.__typename === 'InputError' ? steered.data.steerDjSession.message : null
  const unreached = steered.error ? 'That did not reach the DJ. Ask again when the connection is back.' : null
  return (
    <div className={css.session}>
      <div className={css.stage}>
        <PlayerPanel
          segment={now}
          playback={playback}
          connection={connection}
          speechUnavailable={session?.speechUnavailable ?? null}
          withVoice={withVoice}
          onVoice={setWithVoice}
        />
        <TalkPanel
          segment={now}
          talk={now && talkOf(view, now)}
          caption={playback.deck.caption}
          isSpeaking={playback.deck.phase === 'talk'}
          isHeard={withVoice && session !== null && session.speechUnavailable === null}
        />
      </div>
      <div className={css.side}>
        <SteeringPanel session={session} isBusy={steered.fetching} refusal={refusal ?? unreached} onSteer={steer} />
        <QueuePanel segments={next} view={view} />
        <p className={css.keep}>
          {keep}
          {again}
        </p>
      </div>
    </div>
  )
}

function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'The DJ · Liner Notes' : `${title} · The DJ · Liner Notes`
  }, [title])
}
