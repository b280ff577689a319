import { z } from 'zod'

const completion = z.looseObject({
  choices: z.array(z.looseObject({ message: z.looseObject({}).nullish(), finish_reason: z.string().nullish() })).min(1),
  usage: z.looseObject({}).nullish(),
})

/** Some servers answer in one piece although a stream was asked for: makes the stream that they might have sent. */
export async function answerAsStream(response: Response): Promise<Response> {
  const text = await response.text()
  const parsed = completion.safeParse(JSON.parse(text))
  // An error with status 200, or something else: the client library reports it as an error event.
  const body = parsed.success ? events(parsed.data) : `data: ${JSON.stringify(JSON.parse(text))}\n\n`
  return new Response(body, { status: response.status, headers: { 'content-type': 'text/event-stream' } })
}

function events(answer: z.output<typeof completion>): string {
  const { choices, usage, ...rest } = answer
  const delta = { ...rest, choices: choices.map(({ message, finish_reason }, index) => ({ index, delta: message ?? {}, finish_reason })) }
  const last = usage === undefined || usage === null ? [] : [{ ...rest, choices: [], usage }]
  return [...[delta, ...last].map((event) => `data: ${JSON.stringify(event)}\n\n`), 'data: [DONE]\n\n'].join('')
}
