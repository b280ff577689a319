import { describe, expect, it } from 'vitest'
import { FeedbackQueue, type FeedbackEvent } from './feedback-queue'

const taken = async (): Promise<void> => {}

/** A queue whose clock is turned by hand, and whose gateway answers as it is told. */
function createQueue() {
  const due = new Set<() => void>()
  const sent: FeedbackEvent[] = []
  let answer = taken
  let ids = 0
  const queue = new FeedbackQueue({
    send: (event) => {
      sent.push(event)
      return answer()
    },
    later: (act) => {
      due.add(act)
      return () => due.delete(act)
    },
    now: () => Date.UTC(2026, 11, 1),
    randomId: () => `event-${(ids += 1)}`,
  })
  return {
    queue,
    sent,
    stage: (id: string) => queue.snapshot().get(id)?.stage,
    pass: async () => {
      for (const act of due) act()
      await new Promise((resolve) => setImmediate(resolve))
    },
    answerWith: (next: () => Promise<void>) => {
      answer = next
    },
  }
}

describe('what a listener answers', () => {
  it('is seen at once and told later, once', async () => {
    const { queue, sent, stage, pass } = createQueue()
    queue.add('rec_1', 'nar_1', 'HIDE')
    expect([stage('rec_1'), sent.length]).toEqual(['waiting', 0])
    await pass()
    await pass()
    expect(stage('rec_1')).toBe('told')
    expect(sent).toEqual([{ recommendationId: 'rec_1', narrativeId: 'nar_1', outcome: 'HIDE', at: '2026-12-01T00:00:00.000Z', clientEventId: 'event-1' }])
  })

  it('is never told where it was undone in time, and cannot be undone later', async () => {
    const { queue, sent, stage, pass } = createQueue()
    queue.add('rec_1', null, 'HIDE')
    queue.undo('rec_1')
    await pass()
    expect([stage('rec_1'), sent.length]).toEqual([undefined, 0])
    queue.add('rec_1', null, 'SAVE')
    await pass()
    queue.undo('rec_1')
    expect(stage('rec_1')).toBe('told')
  })

  it('that changes before it is told is told in its last form', async () => {
    const { queue, sent, pass } = createQueue()
    queue.add('rec_1', null, 'SAVE')
    queue.add('rec_1', null, 'HIDE')
    await pass()
    expect(sent.map(({ outcome }) => outcome)).toEqual(['HIDE'])
  })

  it('that was not taken says so and is tried again as the same event', async () => {
    const { queue, sent, stage, pass, answerWith } = createQueue()
    answerWith(() => Promise.reject(new Error('offline')))
    queue.add('rec_1', null, 'SAVE')
    await pass()
    expect(stage('rec_1')).toBe('failed')
    answerWith(taken)
    queue.retry('rec_1')
    await pass()
    expect(stage('rec_1')).toBe('told')
    expect(new Set(sent.map(({ clientEventId }) => clientEventId))).toEqual(new Set(['event-1']))
  })

  it('is told at once where the page goes away', async () => {
    const { queue, sent } = createQueue()
    queue.add('rec_1', null, 'SAVE')
    queue.add('rec_2', null, 'HIDE')
    queue.flush()
    expect(sent).toHaveLength(2)
  })

  it('is another map after each change, for what watches it', () => {
    const { queue } = createQueue()
    const seen: unknown[] = [queue.snapshot()]
    const stop = queue.subscribe(() => seen.push(queue.snapshot()))
    queue.add('rec_1', null, 'SAVE')
    stop()
    queue.undo('rec_1')
    expect(seen).toHaveLength(2)
    expect(seen[0]).not.toBe(seen[1])
  })
})
