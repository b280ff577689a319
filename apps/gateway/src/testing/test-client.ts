export interface Answer {
  readonly status: number
  readonly data: any
  readonly errors:
    | readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: { readonly code?: string } }[]
    | undefined
  readonly text: string
}

export interface TestClient {
  readonly url: string
  /** Executes an operation over HTTP, as a client does. */
  execute(query: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Subscribes over SSE and gives the payloads of `next` as they come. */
  subscribe(query: string, variables?: object, options?: { readonly signal?: AbortSignal }): AsyncGenerator<any>
}

/** Talks to a gateway with nothing but fetch. */
export function createTestClient(url: string): TestClient {
  const post = (path: string, accept: string, body: object, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${path}`, {
      ...init,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, ...(init.headers as Record<string, string>) },
      body: JSON.stringify(body),
    })
  return {
    url,
    async execute(query, variables = {}, headers = {}) {
      const response = await post('/graphql', 'application/json', { query, variables }, { headers })
      const text = await response.text()
      const { data, errors } = JSON.parse(text) as Pick<Answer, 'data' | 'errors'>
      return { status: response.status, data, errors, text }
    },
    async *subscribe(query, variables = {}, { signal } = {}) {
      const response = await post('/graphql/stream', 'text/event-stream', { query, variables }, signal === undefined ? {} : { signal })
      let text = ''
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk
        const messages = text.split('\n\n')
        text = messages.pop() ?? ''
        for (const message of messages) {
          if (message.startsWith('event: complete')) return
          if (message.startsWith('event: next')) yield JSON.parse(message.slice(message.indexOf('data: ') + 'data: '.length))
        }
      }
    },
  }
}
