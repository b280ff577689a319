import { useEffect, useRef, useState } from 'react'
import { streamNarrative, type StreamedNarrative } from '../narratives/stream-narrative'
import { ToldNarrative } from '../narratives/told-narrative'
import type { ItemAnswer } from './discover.documents'
import css from './inside.module.css'
import { NOBODY } from './settings'

/** A narrative as it is written, sentence by sentence: each is shown when it has been checked against the facts. */
export function Written({ item, listener }: { readonly item: Pick<ItemAnswer, 'id' | '__typename'>; readonly listener: string }) {
  const [state, setState] = useState<StreamedNarrative | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const write = async () => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const request = { itemId: item.id, listenerId: listener === NOBODY ? null : listener, style: item.__typename === 'Episode' ? 'PITCH' : 'DJ' } as const
    for await (const next of streamNarrative(request, controller.signal)) if (!controller.signal.aborted) setState(next)
  }
  return (
    <section className={css.section}>
      <h4 className={css.heading}>Written anew, as you watch</h4>
      <p className={css.soft}>
        {item.__typename === 'Episode' ? 'A pitch of at most sixty words.' : 'As the DJ would say it, in at most 45 words.'} Each sentence appears when it has
        been checked.
      </p>
      <button type="button" className={css.button} onClick={() => void write()} aria-disabled={state?.stage === 'writing'}>
        {state === null ? 'Write it' : state.stage === 'writing' ? 'Writing …' : 'Write it again'}
      </button>
      <div aria-live="polite" aria-busy={state?.stage === 'writing'}>
        {state === null || state.stage === 'done' ? null : <p className={css.told}>{state.text}</p>}
        {state?.stage === 'failed' ? <p className={css.soft}>{state.message}</p> : null}
        {state?.stage === 'done' ? <ToldNarrative narrative={state.narrative} asked={false} /> : null}
      </div>
    </section>
  )
}
