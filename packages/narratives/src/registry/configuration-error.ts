/** The configuration of narratives cannot be used. Each problem names its place: `narratives.llama-hosted.baseUrl: expected url`. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly code = 'CONFIGURATION_INVALID'
  readonly problems: readonly string[]

  constructor(problems: readonly string[], options: { cause?: unknown } = {}) {
    super(problems.join('; '), options.cause === undefined ? undefined : { cause: options.cause })
    this.problems = problems
  }
}
