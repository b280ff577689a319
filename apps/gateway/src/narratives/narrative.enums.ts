import { registerEnumType } from 'type-graphql'

export enum NarrativeStyle {
  BLURB = 'blurb',
  DJ = 'dj',
  PITCH = 'pitch',
}
registerEnumType(NarrativeStyle, {
  name: 'NarrativeStyle',
  description: 'What the text is for.',
  valuesConfig: {
    BLURB: { description: 'One line beside an item.' },
    DJ: { description: 'Spoken between two songs.' },
    PITCH: { description: 'Two or three sentences that pitch an episode.' },
  },
})

export enum CachePolicy {
  PREFER = 'prefer',
  BYPASS = 'bypass',
  ONLY = 'only',
}
registerEnumType(CachePolicy, {
  name: 'CachePolicy',
  description: 'What to do with a narrative that exists already.',
  valuesConfig: {
    PREFER: { description: 'Serve it if it exists, else write one.' },
    BYPASS: { description: 'Write a new one.' },
    ONLY: { description: 'Serve it if it exists, else decline.' },
  },
})

export enum Support {
  SUPPORTED = 'supported',
  OPINION = 'opinion',
}
registerEnumType(Support, {
  name: 'Support',
  description: 'What a clause rests on.',
  valuesConfig: { SUPPORTED: { description: 'On the evidence it names.' }, OPINION: { description: 'On nothing but taste: it states no fact.' } },
})

export enum Realisation {
  MODEL = 'model',
  RULES = 'rules',
}
registerEnumType(Realisation, {
  name: 'Realisation',
  description: 'Who chose the words.',
  valuesConfig: { MODEL: { description: 'A language model.' }, RULES: { description: 'Phrase data and rules.' } },
})

export enum ErrorCode {
  NOT_FOUND = 'NOT_FOUND',
  INVALID_INPUT = 'INVALID_INPUT',
  FORBIDDEN = 'FORBIDDEN',
  CONSENT_REQUIRED = 'CONSENT_REQUIRED',
  QUOTA_EXCEEDED = 'QUOTA_EXCEEDED',
  PROVIDER_UNAVAILABLE = 'PROVIDER_UNAVAILABLE',
  INSUFFICIENT_EVIDENCE = 'INSUFFICIENT_EVIDENCE',
  CONFLICT = 'CONFLICT',
}
registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'Why a request was refused.',
  valuesConfig: {
    NOT_FOUND: { description: 'There is no such thing.' },
    INVALID_INPUT: { description: 'Something in the input is not valid; see `path`.' },
    FORBIDDEN: { description: 'Not allowed.' },
    CONSENT_REQUIRED: { description: 'The listener has not agreed to it.' },
    QUOTA_EXCEEDED: { description: 'Too much; see `retryAfterMs`.' },
    PROVIDER_UNAVAILABLE: { description: 'No provider could do it.' },
    INSUFFICIENT_EVIDENCE: { description: 'There is nothing true to say.' },
    CONFLICT: { description: 'Contradicts what is stored.' },
  },
})
