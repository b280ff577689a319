// The control of the decode benchmark, in a process of its own: node-llama-cpp and a loop, nothing else.
import { getLlama, LlamaLogLevel, resolveChatWrapper, type ChatHistoryItem } from 'node-llama-cpp'

export interface BareRequest {
  readonly prompt: string
  readonly tokens: number
}
export interface BareAnswer {
  readonly text: string
  readonly outputTokens: number
  /** From the first token to the last. */
  readonly decodeMs: number
}

const [modelPath = '', threads = '1'] = process.argv.slice(2)
const llama = await getLlama({
  gpu: false,
  build: 'never',
  skipDownload: true,
  maxThreads: Number(threads),
  logLevel: LlamaLogLevel.error,
  progressLogs: false,
})
const model = await llama.loadModel({ modelPath })
const context = await model.createContext({ contextSize: 4096, sequences: 1, threads: Number(threads) })
const sequence = context.getSequence()
const wrapper = resolveChatWrapper(model, { warningLogs: false })

process.on('disconnect', () => process.exit(0))
process.on('message', ({ prompt, tokens }: BareRequest) => {
  void (async () => {
    const history: ChatHistoryItem[] = [{ type: 'user', text: prompt }]
    const input = wrapper.generateContextState({ chatHistory: history }).contextText.tokenize(model.tokenizer)
    await sequence.clearHistory()
    const written = []
    let first = 0
    for await (const token of sequence.evaluate(input, { temperature: 0, topP: 1 })) {
      first ||= performance.now()
      written.push(token)
      if (written.length >= tokens) break
    }
    const decodeMs = performance.now() - first
    process.send?.({ text: model.detokenize(written, false, input), outputTokens: written.length, decodeMs } satisfies BareAnswer)
  })()
})
process.send?.('ready')
