/** Tags that go together, as they do in people's shelves; a listener is at home in one scene and visits another. */
export const scenes: readonly { readonly tags: readonly string[]; readonly listeners: number }[] = [
  { tags: ['idm', 'glitch', 'abstract', 'experimental', 'leftfield'], listeners: 30 },
  { tags: ['ambient', 'drone', 'dark', 'experimental', 'minimal'], listeners: 26 },
  { tags: ['hip hop', 'rap', 'instrumental', 'trip hop', 'funk', 'cut-up/dj'], listeners: 30 },
  { tags: ['techno', 'minimal', 'tech house', 'dub techno', 'deep house', 'house'], listeners: 30 },
  { tags: ['indie', 'folk', 'acoustic', 'lo-fi', 'soft rock', 'pop rock'], listeners: 30 },
  { tags: ['post rock', 'shoegaze', 'alternative', 'progressive rock', 'metal', 'hard rock', 'punk'], listeners: 22 },
  { tags: ['classical', 'orchestral', 'piano', 'modern classical', 'easy listening'], listeners: 16 },
  { tags: ['jazz', 'modern', 'fusion', 'free improvisation', 'instrumental', 'future jazz'], listeners: 16 },
  { tags: ['chiptune', 'electro', 'synth-pop', 'disco', 'new wave'], listeners: 18 },
  { tags: ['drum & bass', 'dubstep', 'breakbeat', 'breaks', 'breakcore', 'trance', 'acid'], listeners: 18 },
  { tags: ['trip hop', 'downtempo', 'dub', 'exotic', 'world', 'traditional'], listeners: 24 },
]

export const places: readonly { readonly timeZone: string; readonly utcOffset: number }[] = [
  { timeZone: 'Europe/Berlin', utcOffset: 1 },
  { timeZone: 'Europe/Paris', utcOffset: 1 },
  { timeZone: 'Europe/Lisbon', utcOffset: 0 },
  { timeZone: 'Europe/Helsinki', utcOffset: 2 },
  { timeZone: 'Europe/London', utcOffset: 0 },
  { timeZone: 'America/New_York', utcOffset: -5 },
  { timeZone: 'America/Chicago', utcOffset: -6 },
  { timeZone: 'America/Los_Angeles', utcOffset: -8 },
  { timeZone: 'America/Sao_Paulo', utcOffset: -3 },
  { timeZone: 'Asia/Kolkata', utcOffset: 5.5 },
  { timeZone: 'Asia/Tokyo', utcOffset: 9 },
  { timeZone: 'Australia/Sydney', utcOffset: 10 },
  { timeZone: 'Africa/Nairobi', utcOffset: 3 },
]

/** Shows of the sample with the topics that people follow them for. */
export const showTopics: Readonly<Record<string, readonly string[]>> = {
  'self-hosted': ['home assistant', 'docker', 'plex', 'jellyfin', 'tailscale', 'nextcloud', 'zfs', 'nixos', 'esphome'],
  'linux-unplugged': ['nixos', 'fedora', 'ubuntu', 'rust', 'gnome', 'btrfs', 'zfs', 'docker', 'wayland', 'kde', 'nextcloud', 'steam', 'wireguard'],
  'jupiter-extras': ['brunch with brent', 'community', 'ubuntu'],
  'office-hours': ['podcasting 2.0', 'podverse', 'peertube', 'boosts'],
  'the-launch': [],
}
