import { registerEnumType } from 'type-graphql'

export enum DjState {
  LIVE = 'live',
  PAUSED = 'paused',
  ENDED = 'ended',
}
registerEnumType(DjState, {
  name: 'DjState',
  description: 'How a DJ session stands.',
  valuesConfig: {
    LIVE: { description: 'It plays, and plans ahead.' },
    PAUSED: { description: 'It waits for the listener.' },
    ENDED: { description: 'Nothing follows: a subscription ends here.' },
  },
})

export enum SessionFormat {
  JSPF = 'jspf',
}
registerEnumType(SessionFormat, {
  name: 'SessionFormat',
  description: 'What a session can be exported as.',
  valuesConfig: { JSPF: { description: 'A playlist, as JSON (xspf.org/jspf), with what the DJ said as annotations.' } },
})

export enum TalkKind {
  WHY = 'why',
  FACT = 'fact',
  CALLBACK = 'callback',
  ECHO = 'echo',
  BRIDGE = 'bridge',
  INTRODUCTION = 'introduction',
  SILENCE = 'silence',
}
registerEnumType(TalkKind, {
  name: 'TalkKind',
  description: 'What the DJ talks about before an item.',
  valuesConfig: {
    WHY: { description: 'Why this one.' },
    FACT: { description: 'Something that the catalogue knows about it.' },
    CALLBACK: { description: "The listener's own history with it, with date and count." },
    ECHO: { description: 'What it shares with something that the listener loved, beyond genre.' },
    BRIDGE: { description: 'What leads from the item before to this one.' },
    INTRODUCTION: { description: 'Something that the listener has not met.' },
    SILENCE: { description: 'Nothing, and that on purpose: `talk` is null.' },
  },
})
