import type { TestClient } from '@linernotes/gateway/testing'

export interface SeenEvent {
  readonly seq: number
  readonly kind: string
  /** Session, segment, or the segment that words belong to. */
  readonly id: string
  readonly text: string | null
}

const document = `subscription ($id: ID!, $after: Int) { djSession(id: $id, resumeAfterSeq: $after) { __typename
  ... on DjSession { seq id state position } ... on DjSegment { seq id position } ... on NarrativeDelta { seq segmentId text } ... on DjSegmentDropped { seq segmentId } } }`

interface Raw {
  readonly __typename: string
  readonly seq: number
  readonly id?: string
  readonly segmentId?: string
  readonly text?: string
}

/** Events of a session as they come over SSE, until the connection ends or the reader breaks off. */
export async function* followSession(client: TestClient, id: string, after: number | null, signal: AbortSignal): AsyncGenerator<SeenEvent> {
  for await (const { data, errors } of client.subscribe(document, { id, after }, { signal })) {
    if (errors !== undefined) throw new Error(JSON.stringify(errors))
    const { __typename: kind, seq, id: own, segmentId, text } = data.djSession as Raw
    yield { kind, seq, id: own ?? segmentId ?? '', text: text ?? null }
  }
}

/** Starts a session; its id. */
export async function startSession(client: TestClient, input: object): Promise<string> {
  const { data, errors } = await client.execute(
    'mutation ($input: StartDjInput!) { startDjSession(input: $input) { ... on DjSession { id } ... on InputError { message } } }',
    { input },
  )
  const id: unknown = data?.startDjSession?.id
  if (typeof id !== 'string') throw new Error(JSON.stringify(errors ?? data))
  return id
}
