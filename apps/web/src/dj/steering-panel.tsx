import { useState, type FormEvent } from 'react'
import type { VariablesOf } from '../api/graphql'
import { DistanceRange } from '../design/distance-range'
import type { steerDj } from './dj-documents'
import type { Session } from './dj-view'
import css from './steering-panel.module.css'

export type Steering = Omit<VariablesOf<typeof steerDj>['input'], 'sessionId'>

interface SteeringPanelProps {
  /** null: not known yet. */
  readonly session: Session | null
  readonly isBusy: boolean
  /** What was wrong with the last request; null: nothing. */
  readonly refusal: string | null
  /** Answers whether it reached the DJ. */
  readonly onSteer: (steering: Steering) => Promise<boolean>
}

const suggestions = ['Something calmer', 'Livelier', 'More like this', 'Something I loved once', 'Surprise me', 'A short podcast']

/** Asks in words, says back what was understood, and holds the controls that need no words. */
export function SteeringPanel({ session, isBusy, refusal, onSteer }: SteeringPanelProps) {
  const [words, setWords] = useState('')
  const isOff = session === null || session.state === 'ENDED'
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (words.trim() === '') return
    setWords('')
    // What did not get there need not be typed again; what was typed since stays.
    if (!(await onSteer({ request: words.trim() }))) setWords((since) => (since === '' ? words : since))
  }
  return (
    <section className={css.steering} aria-labelledby="dj-steering">
      <h2 id="dj-steering">Tell the DJ</h2>
      <form className={css.ask} onSubmit={(event) => void submit(event)}>
        <label className={css.words}>
          <span className={css.hidden}>What would you like?</span>
          <input
            type="text"
            value={words}
            maxLength={500}
            disabled={isOff}
            placeholder="90s only, nothing electronic …"
            autoComplete="off"
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <button type="submit" disabled={isOff || isBusy}>
          Ask
        </button>
      </form>
      <ul className={css.suggestions} aria-label="Things to ask for">
        {suggestions.map((text) => (
          <li key={text}>
            <button type="button" disabled={isOff || isBusy} onClick={() => void onSteer({ request: text })}>
              {text}
            </button>
          </li>
        ))}
      </ul>
      <div className={css.answer} role="status">
        {isBusy ? <p>Thinking about it …</p> : refusal === null ? <Understood session={session} /> : <p className={css.refused}>{refusal}</p>}
      </div>
      <div className={css.dials}>
        <TalkSwitch
          key={`talk ${session?.talkEvery}`}
          isOn={session !== null && session.talkEvery > 0}
          isOff={isOff}
          onSet={(talks) => void onSteer({ talkEvery: talks ? 1 : 0 })}
        />
        <Dial
          key={session?.adventurousness}
          value={session?.adventurousness ?? 0.4}
          isOff={isOff}
          onSet={(adventurousness) => void onSteer({ adventurousness })}
        />
      </div>
    </section>
  )
}

function Understood({ session }: { readonly session: Session | null }) {
  const { understood, refused } = session ?? { understood: [], refused: [] }
  if (understood.length + refused.length === 0) return <p className={css.refused}>What you ask for is said back here.</p>
  return (
    <>
      {understood.map((line) => (
        <p key={line} data-kind="understood">
          {line}
        </p>
      ))}
      {refused.map((line) => (
        <p key={line} className={css.refused}>
          {line}
        </p>
      ))}
    </>
  )
}

/** Moves at once; what the session makes of it counts. */
function TalkSwitch({ isOn, isOff, onSet }: { readonly isOn: boolean; readonly isOff: boolean; readonly onSet: (talks: boolean) => void }) {
  const [talks, setTalks] = useState(isOn)
  return (
    <label className={css.check}>
      <input type="checkbox" disabled={isOff} checked={talks} onChange={({ target }) => (setTalks(target.checked), onSet(target.checked))} />
      <span>Talk between records</span>
    </label>
  )
}

/** Told when it is let go, not while it moves. */
function Dial({ value, isOff, onSet }: { readonly value: number; readonly isOff: boolean; readonly onSet: (value: number) => void }) {
  const [moved, setMoved] = useState(value)
  const settle = (): void => {
    if (moved !== value) onSet(moved)
  }
  return (
    <label className={css.dial}>
      <span>How far from what you know</span>
      <DistanceRange value={moved} disabled={isOff} onMove={setMoved} onPointerUp={settle} onKeyUp={settle} onBlur={settle} />
    </label>
  )
}
