/**
 * LangChain sends every prompt to LangSmith where LANGSMITH_TRACING is set for some other program on the machine, unless a handler of the tracer's name is
 * there already. This one is, and does nothing: what listeners heard stays here.
 */
export const silentTracer = {
  name: 'langchain_tracer',
  ignoreLLM: true,
  ignoreChain: true,
  ignoreAgent: true,
  ignoreRetriever: true,
  ignoreCustomEvent: true,
  raiseError: false,
  awaitHandlers: false,
  // What LangChain asks of its own tracer.
  getRunTreeWithTracingConfig: (): undefined => undefined,
  updateFromRunTree: (): undefined => undefined,
} as const
