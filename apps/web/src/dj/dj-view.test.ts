import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyView, planFrom, talkOf, withAnswer, withEvent, type DjEvent, type DjView, type Session } from './dj-view'

const session = (seq: number, position: number): DjEvent =>
  ({
    __typename: 'DjSession',
    id: 'djs_1',
    seq,
    state: 'LIVE',
    request: null,
    understood: [],
    refused: [],
    talkEvery: 1,
    adventurousness: 0.4,
    position,
    export: 'http://127.0.0.1/export/dj/djs_1.jspf',
    speechUnavailable: null,
  }) as DjEvent
const segment = (seq: number, place: number): DjEvent =>
  ({
    __typename: 'DjSegment',
    id: `djg_${place}`,
    seq,
    position: place,
    recommendationId: `rec_${place}`,
    talkKind: 'WHY',
    isSettled: false,
    reasons: [],
    talk: null,
    speech: null,
  }) as unknown as DjEvent
const delta = (seq: number, place: number): DjEvent => ({ __typename: 'NarrativeDelta', seq, segmentId: `djg_${place}`, text: `word ${seq} ` })
const dropped = (seq: number, place: number): DjEvent => ({ __typename: 'DjSegmentDropped', seq, segmentId: `djg_${place}` })

const stream = array(record({ kind: constantFrom(session, segment, delta, dropped), place: integer({ min: 0, max: 4 }) }), { maxLength: 30 }).map((parts) =>
  parts.map(({ kind, place }, seq) => kind(seq, place)),
)
const viewOf = (events: readonly DjEvent[]): DjView => events.reduce(withEvent, emptyView)

describe('what the page knows of a session', () => {
  it('is the same where a stream was cut and tells again some of what it told', () => {
    assert(
      property(stream, integer({ min: 0, max: 30 }), integer({ min: 0, max: 30 }), (events, cut, overlap) => {
        expect(viewOf([...events.slice(0, cut), ...events.slice(Math.max(0, cut - overlap))])).toEqual(viewOf(events))
      }),
    )
  })

  it('takes what a mutation answered, until the stream is further', () => {
    const answered = withAnswer(viewOf([session(0, 0)]), session(5, 1) as Session)
    expect(withEvent(answered, session(3, 0)).session).toMatchObject({ seq: 5, position: 1 })
    expect(withEvent(answered, session(6, 2)).session).toMatchObject({ seq: 6, position: 2 })
    expect(withAnswer(answered, session(4, 0) as Session).session).toMatchObject({ seq: 5 })
  })

  it('shows the segment that plays and those after it, by position', () => {
    const view = viewOf([session(0, 0), segment(1, 0), segment(2, 2), segment(3, 1)])
    const { now, next } = planFrom(view, 1)
    expect([now?.id, next.map(({ id }) => id)]).toEqual(['djg_1', ['djg_2']])
    expect(planFrom(view, 3)).toEqual({ now: null, next: [] })
  })

  it('gives words as they came, and the whole where they are not the whole', () => {
    const view = viewOf([segment(0, 0), delta(1, 0), delta(2, 0)])
    const at = view.segments.get('djg_0')!
    expect(talkOf(view, at)).toEqual({ pieces: ['word 1 ', 'word 2 '], isWhole: false })
    const whole = (text: string) => ({ ...at, isSettled: true, talk: { __typename: 'Narrative', text } }) as unknown as typeof at
    expect(talkOf(view, whole('word 1 word 2 '))).toEqual({ pieces: ['word 1 ', 'word 2 '], isWhole: true })
    expect(talkOf(view, whole('Something else.'))).toEqual({ pieces: ['Something else.'], isWhole: true })
  })
})
