/** Where a slot of a fact is said: in the clause; or, for names, also in what was said before. */
export interface FrameSlot {
  /** Kinds of mentions that may fill it. */
  readonly kinds: string
  /** Values of the fact, any of which it may be. */
  readonly keys: readonly string[]
  readonly needed: 'clause' | 'context' | 'optional'
}

/** How a fact is said: the mentions that fill it, and the words that a clause about it may and must hold. */
export interface FactFrame {
  readonly property: string
  readonly slots: readonly FrameSlot[]
  /** One of these sets of classes of words is in the clause. */
  readonly needs: readonly (readonly string[])[]
  /** Further classes that say nothing else. */
  readonly allows: readonly string[]
  /** What the count of the clause counts, where it says so. */
  readonly units: readonly string[]
}

function slots(source: string): FrameSlot[] {
  return source.split(' ').map((text) => {
    const [, kinds = '', keys = '', sign = ''] = /^(\w+)=([\w|]+)([!?~]?)$/u.exec(text) ?? []
    return { kinds, keys: keys.split('|'), needed: sign === '?' ? 'optional' : sign === '~' ? 'context' : 'clause' }
  })
}

function frame(property: string, source: string, needs: string, allows: string, units = ''): FactFrame {
  return {
    property,
    slots: slots(source),
    needs: needs.split('|').map((alternative) => alternative.split(' ').filter((cue) => cue !== '')),
    allows: allows.split(' '),
    units: units.split(' '),
  }
}

/** `A=artist~`: an artist's name, which the context may give; `?`: may be left out. */
export const frames: readonly FactFrame[] = [
  frame('artist-plays', 'A=artist~ n=plays y=year', 'play|you|', 'play you dated', 'play'),
  frame('artist-first-play', 'A=artist~ ymk=month', 'first|since you|since play', 'first since play you dated'),
  frame('artist-last-play', 'A=artist~ ymk=month', 'last|no since|no after', 'last since after no play you dated one'),
  frame('release-plays', 'R=release~ n=plays', 'play you|play track', 'play you track release', 'play'),
  frame('label-plays', 'L=label~ n=tracks y=since', 'since track', 'since track play you label', 'track'),
  frame('tag-plays', 'g=tag n=plays', 'play release|play tag', 'play release tag track you', 'play track'),
  frame('no-tag-plays', 'g=tag', 'no play release|no play tag|no you release|no you tag', 'no play release tag track you'),
  frame('shared-audience', 'A=anchor~ A=target~ n=listeners', 'people play|people', 'people play here all', 'person'),
  frame(
    'catalogue',
    'TO=title? A=artist? R=release? L=label? y=year? ct=durationMs?',
    'release|label|out|track|piece|dated|long|',
    'release label out track piece dated long',
  ),
  frame('artist-span', 'A=artist~ ymk=first ymk=last', 'you|play', 'play you dated since first last'),
  frame('few-listeners', 'TRO=title~ n=fewerThan', 'people', 'people play here less about first', 'person'),
  frame('catalogue-tags', 'R=release? L=label? y=year? g=tags', 'tag release', 'tag release out dated'),
  frame('release-tags', 'R=release? g=tags', 'tag', 'tag release'),
  frame('episode-tags', 'T=title? g=tags', 'tag', 'tag episode'),
  frame('only-release-by-artist', 'R=release? A=artist', 'only release here|one release here', 'only one release here dated'),
  frame('only-release-on-label', 'R=release? L=label', 'only release here|one release here', 'only one release here label dated'),
  frame('first-release-by-artist', 'R=release? A=artist~ n=of y=year?', 'first release here', 'first release here', 'release'),
  frame('first-release-on-label', 'R=release? L=label~ n=of y=year?', 'first release here', 'first release here label', 'release'),
  frame('longest-track', 'T=title? R=release~ n=of? ct=durationMs?', 'longest', 'longest track piece release long', 'track'),
  frame('compilation', 'R=release~ n=artists', 'artist', 'artist compilation release people together', 'artist'),
  frame('episode-length', 'T=title? ct=durationMs', 'long|episode|', 'long episode'),
  frame('episode-number', 'T=title? S=show on=number', 'episode|', 'episode show'),
  frame('episode-date', 'T=title? ymd=date', 'out|episode', 'out episode dated'),
  frame('chapter', 'C=title c=startMs', 'chapter|', 'chapter dated'),
  frame('show-plays', 'S=show~ f=finished|of', 'finish', 'finish episode play you'),
  frame('topic-plays', 'g=topic f=finished|of', 'finish', 'finish episode play you'),
]
