// Talk as sound: the contract of a speech provider, the ones that ship, a cache of what was spoken, captions.
export { openSpeaker, type SpeakerOptions } from './open-speaker.js'
export type { NotSpoken, SayOptions, Speaker, SpokenText, VoiceStatus } from './speaker.js'
export { SpeechConfigError } from './speech-config.js'
export { SpeechError, type SpeechErrorCode } from './speech-error.js'
export type { SpeechCapabilities, SpeechHealth, SpeechPart, SpeechProvider, SpeechRequest } from './speech-provider.js'
