// Talk as sound: the contract of a speech provider, the ones that ship, a cache of what was spoken, captions.
export type { NotSpoken, SayOptions, Speaker, SpokenText } from './speaker.js'
export type { SpeechCapabilities, SpeechHealth, SpeechPart, SpeechProvider, SpeechRequest } from './speech-provider.js'
