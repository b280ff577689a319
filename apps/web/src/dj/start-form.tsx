import { useState, type FormEvent } from 'react'
import { useMutation, useQuery } from 'urql'
import { DistanceRange } from '../design/distance-range'
import { startDj, whoListens } from './dj-documents'
import css from './start-form.module.css'

interface StartFormProps {
  /** External id of the listener; null: nobody was chosen. */
  readonly listener: string | null
  readonly onStarted: (sessionId: string, listener: string | null) => void
}

const asks = ['Start with something calm', 'Only records from before 2010', 'Play what I loved once', 'Surprise me']

/** Who listens, what they ask for, and the button that begins. */
export function StartForm({ listener, onStarted }: StartFormProps) {
  const [{ data, error, fetching }] = useQuery({ query: whoListens })
  const [started, start] = useMutation(startDj)
  const [chosen, setChosen] = useState(listener ?? '')
  const [request, setRequest] = useState('')
  const [withEpisodes, setWithEpisodes] = useState(false)
  const [adventurousness, setAdventurousness] = useState(0.4)
  const listeners = data?.listeners.nodes ?? []
  const answer = started.data?.startDjSession
  const problem = answer?.__typename === 'InputError' ? answer.message : started.error ? 'The DJ cannot be reached. Is the gateway running?' : null

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const listenerId = chosen === '' ? null : chosen
    const input = { listenerId, request: request.trim() === '' ? null : request.trim(), kinds: kindsOf(withEpisodes), adventurousness }
    const result = await start({ input })
    if (result.data?.startDjSession.__typename === 'DjSession') onStarted(result.data.startDjSession.id, listenerId)
  }

  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} aria-labelledby="dj-title">
      <h1 id="dj-title" className={css.title}>
        A DJ who knows your shelves
      </h1>
      <p className={css.lead}>It plays, and between two records it says why: a sentence or two, and every word can be looked up.</p>
      <div className={css.fields}>
        <label className={css.field}>
          <span>For whom</span>
          <span className={css.pick}>
            <select value={chosen} onChange={(event) => setChosen(event.target.value)} aria-describedby="dj-listeners">
              <option value="">Nobody in particular</option>
              {listener !== null && !listeners.some(({ externalId }) => externalId === listener) ? <option value={listener}>{listener}</option> : null}
              {listeners.map(({ externalId, displayName, synthetic }) => (
                <option key={externalId} value={externalId}>
                  {displayName ?? externalId}
                  {synthetic ? ' (made up)' : ''}
                </option>
              ))}
            </select>
          </span>
          <small id="dj-listeners" role="status">
            {fetching
              ? 'Asking who listens here …'
              : error
                ? 'Who listens here cannot be read now; it still plays for nobody in particular.'
                : chosen === ''
                  ? 'No history is read.'
                  : 'Their history decides what is played.'}
          </small>
        </label>
        <label className={css.field}>
          <span>What would you like to hear?</span>
          <input
            type="text"
            value={request}
            maxLength={500}
            onChange={(event) => setRequest(event.target.value)}
            placeholder="Leave it to the DJ"
            autoComplete="off"
          />
          <small>In your own words, or one of these:</small>
        </label>
        <ul className={css.asks} aria-label="Things to ask for">
          {asks.map((text) => (
            <li key={text}>
              <button type="button" onClick={() => setRequest(text)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
        <label className={css.field}>
          <span>How far from what you know</span>
          <DistanceRange value={adventurousness} onMove={setAdventurousness} />
        </label>
        <label className={css.check}>
          <input type="checkbox" checked={withEpisodes} onChange={(event) => setWithEpisodes(event.target.checked)} />
          <span>Podcast episodes, too</span>
        </label>
      </div>
      <div className={css.go}>
        <button type="submit" disabled={started.fetching}>
          {started.fetching ? 'Choosing the first record …' : 'Start the DJ'}
        </button>
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      </div>
    </form>
  )
}

const kindsOf = (withEpisodes: boolean): ('TRACK' | 'EPISODE')[] => (withEpisodes ? ['TRACK', 'EPISODE'] : ['TRACK'])
