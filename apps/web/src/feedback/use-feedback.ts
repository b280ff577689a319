import { useEffect, useState, useSyncExternalStore } from 'react'
import { useClient, type Client } from 'urql'
import { feedbackMutation } from './feedback.documents'
import { FeedbackQueue, type FeedbackEvent, type FeedbackState } from './feedback-queue'

/** How long an answer can be undone. */
const UNDO_MS = 8_000

export interface Feedback {
  readonly queue: FeedbackQueue
  readonly states: ReadonlyMap<string, FeedbackState>
}

/** The answers given on this page. What still waits is told when the page is left. */
export function useFeedback(): Feedback {
  const client = useClient()
  const [queue] = useState(
    () =>
      new FeedbackQueue({
        send: (event) => tell(client, event),
        later: (act) => {
          const timer = setTimeout(act, UNDO_MS)
          return () => clearTimeout(timer)
        },
        now: Date.now,
        randomId: () => randomId(),
      }),
  )
  useEffect(() => {
    const flush = () => flushWhereHidden(queue)
    document.addEventListener('visibilitychange', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      queue.flush()
    }
  }, [queue])
  return { queue, states: useSyncExternalStore(queue.subscribe, queue.snapshot) }
}

function flushWhereHidden(queue: FeedbackQueue): void {
  if (document.visibilityState === 'hidden') queue.flush()
}

/** keepalive, because the page may be gone before the answer comes. */
async function tell(client: Client, event: FeedbackEvent): Promise<void> {
  const { data, error } = await client.mutation(feedbackMutation, { events: [event] }, { fetchOptions: { keepalive: true } }).toPromise()
  if (error) throw error
  if (data?.recordFeedback.__typename !== 'ImportReport') throw new Error(data?.recordFeedback.message ?? 'No answer')
}

/** randomUUID exists on https and localhost only. */
const randomId = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
