/** What a mention has to be to fill a role. */
type RoleType = 'name' | 'count' | 'date' | 'length' | 'time' | 'tag'

/** A value of a fact, under the name by which patterns ask for it. */
export interface Role {
  readonly role: string
  readonly key: string
  readonly type: RoleType
  /** `clause`: the clause says it; `context`: it or what went before does; `dated`: the same, where the fact has such a value; `optional`: may be left out. */
  readonly needed: 'clause' | 'context' | 'dated' | 'optional'
}

const signs = { '!': 'clause', '~': 'context', '+': 'dated', '?': 'optional' } as const

function roles(source: string): Role[] {
  return source.split(' ').map((text) => {
    const { role = '', key, type = '', sign = '!' } = /^(?<role>\w+)(?:=(?<key>\w+))?:(?<type>\w+)(?<sign>[!~+?])$/u.exec(text)?.groups ?? {}
    return { role, key: key ?? role, type: type as RoleType, needed: signs[sign as keyof typeof signs] }
  })
}

/** The values of a fact that a clause about it has to say, and those that it may say. `catalogue` is what is known of the item, its release and its label together. */
export const propertyRoles: ReadonlyMap<string, readonly Role[]> = new Map(
  Object.entries({
    item: 'title:name? artist:name?',
    'known-artist': 'artist:name~',
    'artist-plays': 'artist:name~ plays:count! year:date+',
    'artist-first-play': 'artist:name~ first=month:date!',
    'artist-last-play': 'artist:name~ last=month:date!',
    'release-plays': 'release:name~ plays:count!',
    'label-plays': 'label:name~ tracks:count? since:date!',
    'tag-plays': 'tag:tag~ plays:count!',
    'no-tag-plays': 'tag:tag!',
    'show-plays': 'show:name~ part=finished:count? whole=of:count?',
    'topic-plays': 'topic:tag! part=finished:count? whole=of:count?',
    'shared-audience': 'anchor:name~ target:name~ listeners:count?',
    'few-listeners': 'title:name? fewerThan:count?',
    catalogue: 'title:name? artist:name? release:name? label:name? year:date? durationMs:length? tags:tag?',
    'only-release-by-artist': 'artist:name~ release:name?',
    'only-release-on-label': 'label:name~ release:name?',
    'first-release-by-artist': 'artist:name~ release:name? of:count? year:date?',
    'first-release-on-label': 'label:name~ release:name? of:count? year:date?',
    'longest-track': 'title:name? release:name~ of:count? longest=durationMs:length?',
    'releases-in-year': 'artist:name~ releases:count! released=year:date!',
    'nth-release-in-year': 'artist:name~ release:name? ordinal:count! released=year:date!',
    compilation: 'release:name? artists:count?',
    'remix-of': 'title:name? original:name! originalArtist:name?',
    'episode-date': 'title:name? date:date!',
    'episode-length': 'title:name? durationMs:length!',
    'episode-number': 'title:name? show:name~ number:count!',
    chapter: 'chapter=title:name! startMs:time!',
  }).map(([property, source]) => [property, roles(source)]),
)
