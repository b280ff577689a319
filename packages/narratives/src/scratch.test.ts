import { test } from 'vitest'
import { createHouseNarrator } from '../../../plugins/house-narrator/src/provider.js'
import { facts, request } from '../../../plugins/house-narrator/src/__fixtures__/requests.js'
import { readNarrative } from '../../../plugins/house-narrator/src/__fixtures__/read-narrative.js'
import { groundText } from './grounding/ground-text.js'
import { writeFileSync } from 'node:fs'

const T = (title: string, artist: string, rel: string, label: string, year: number, tags: string[], ms: number, ...extra: any[]) => facts(
  ['item', { title, artist, show: null }] as any, ...extra,
  ['track-length', { title, durationMs: ms }] as any, ['release', { title, release: rel, year }] as any, ['label', { release: rel, label }] as any, ['release-tags', { release: rel, tags }] as any)
const E = (title: string, show: string, ...extra: any[]) => facts(['item', { title, artist: null, show }] as any, ...extra)
const tracks = [
  ['Mondeo (msc Remix)', 'Keyboard Rebel', 'Remix Is Love', 'aaahh records', 2010, ['electronic', 'IDM'], 312_000],
  ['Digg It! (7" FunkEdit)', 'C-Doc', "Followin' Me (Remixx)", 'blocSonic', 2012, ['hip hop', 'funk'], 201_000],
  ['Dream Catchers', 'A.L.N.P.S.V.', 'Tunguska Chillout Grooves Vol. 1', 'Tunguska Electronic Music Society', 2008, ['downtempo'], 503_000],
  ['Children In The Closet', 'Radio 421', 'Radio 421', 'Ragman Records', 2012, ['punk'], 143_000],
  ['Altwide', 'And/Or', 'Snow Effects', 'Kahvi', 2006, ['IDM'], 251_000],
  ['ささやき', '久石譲', '風の谷', '坂本レコード', 1984, ['ambient', 'soundtrack'], 260_500],
  ['The Only One', 'The Who Knows', 'First Light', 'No Type', 1999, ['noise'], 61_000],
] as const
const extras: [string | null, any[][]][] = [
  ['same-artist', [['artist-plays', { artist: '$A', plays: 212, year: 2016 }]]],
  ['same-artist', [['artist-plays', { artist: '$A', plays: 31, year: null }]]],
  ['same-artist', [['artist-first-play', { artist: '$A', month: '2017-11' }]]],
  ['rediscovery', [['artist-plays', { artist: '$A', plays: 212, year: 2016 }], ['artist-last-play', { artist: '$A', month: '2018-03' }]]],
  ['rediscovery', [['artist-last-play', { artist: '$A', month: '2018-03' }]]],
  ['same-label', [['label-plays', { label: '$L', tracks: 31, since: 2021 }]]],
  ['same-release', [['release-plays', { release: '$R', plays: 12 }]]],
  ['shared-tags', [['tag-plays', { tag: '$T', plays: 140 }]]],
  ['exploration', [['no-tag-plays', { tag: '$T' }]]],
  ['similar-audience', [['shared-audience', { anchor: 'Toxic Chicken', target: '$A', listeners: 41 }]]],
  ['similar-audience', [['shared-audience', { anchor: 'Toxic Chicken', target: '$A', listeners: null }]]],
  ['hidden-gem', [['few-listeners', { title: '$I', fewerThan: 10 }]]],
  ['shared-tags', [['long-tracks-finished', { finished: 9, of: 10, overMinutes: 7 }]]],
  [null, [['compilation', { release: '$R', artists: 17 }]]],
  [null, [['only-release-by-artist', { artist: '$A', release: '$R' }]]],
  [null, [['first-release-by-artist', { artist: '$A', release: '$R', year: '$Y', of: 4 }]]],
  [null, [['only-release-on-label', { label: '$L', release: '$R' }]]],
  [null, [['first-release-on-label', { label: '$L', release: '$R', year: '$Y', of: 9 }]]],
  [null, [['longest-track', { title: '$I', release: '$R', durationMs: '$D', of: 12 }]]],
  [null, [['nth-release-in-year', { artist: '$A', release: '$R', ordinal: 3, year: '$Y' }]]],
  [null, [['remix-of', { title: '$I', original: 'Mondeo', originalArtist: 'Hans Tonino' }]]],
  [null, [['artist-relation', { artist: '$A', relation: 'member of band', target: 'Kraftwerk' }]]],
  [null, [['artist-relation', { artist: '$A', relation: 'influenced by', target: 'Kraftwerk' }]]],
  [null, [['artist-country', { artist: '$A', country: 'Germany' }]]],
  [null, [['artist-begin', { artist: '$A', date: '1997' }]]],
  [null, [['artist-genre', { artist: '$A', genre: 'techno' }]]],
  [null, []],
]
const eps: [string | null, any[][]][] = [
  ['followed-show', [['show-plays', { show: 'Self-Hosted', finished: 4, of: 5 }], ['episode-date', { title: 'Perfect Plex Setup', date: '2021-07-30' }]]],
  ['topic-match', [['topic-plays', { topic: 'self-hosting', finished: 4, of: 5 }], ['episode-tags', { tags: ['self-hosting', 'plex'] }], ['guest', { name: 'Nick Sweeting' }]]],
  ['topic-match', [['topic-plays', { topic: 'linux', finished: 7, of: 7 }], ['episode-tags', { tags: ['linux'] }], ['host', { name: 'Alex Kretzschmar' }], ['host', { name: 'Chris Fisher' }]]],
  [null, [['chapter', { title: 'Plex-Meta-Manager', startMs: 1_668_000 }], ['chapter', { title: 'MovieMatch for Plex', startMs: 1_924_000 }]]],
  [null, [['episode-number', { show: 'Self-Hosted', number: 50, season: null }], ['episode-length', { title: 'Perfect Plex Setup', durationMs: 3_400_000 }]]],
  [null, [['speaker', { name: 'Nick Sweeting' }], ['transcript', { quote: 'Just save one or two things and see if you like it.', speaker: 'Nick Sweeting', startMs: null, endMs: null }]]],
  [null, [['guest', { name: 'Nick Sweeting' }], ['transcript', { quote: 'Just save one or two things and see if you like it.', speaker: null, startMs: 312_000, endMs: 319_000 }]]],
  [null, [['description', { quote: 'Alex built the perfect Plex setup, and he is here to share the tools that keep it tidy.' }]]],
  [null, [['soundbite', { title: 'Why we host it ourselves', startMs: 60_000, durationMs: 22_000 }]]],
  [null, []],
  ['similar-audience', [['shared-audience', { anchor: 'The Changelog', target: 'Self-Hosted', listeners: 14 }]]],
]
test('house output', async () => {
  const provider = createHouseNarrator({ callbacks: true } as any)
  const bad = new Map<string, string[]>()
  let n = 0, refused = 0
  const run = async (code: string | null, list: any, seed: number, style: any, maxWords: number, kindPassages: any = []) => {
    const r = request(code, list, { seed, style, maxWords, passages: kindPassages })
    let out
    try { out = await readNarrative(provider, r) } catch (error) { bad.set(String(error), ['threw']); return }
    const verdict = groundText('', out.sentences, r.facts, { maxWords })
    for (const s of verdict.sentences) {
      n += 1
      if (!s.accepted) { refused += 1; const key = s.refusals.map((x) => `${x.code}: ${x.reason}`).join(' | '); bad.set(key, [...(bad.get(key) ?? []), s.text + '   ' + JSON.stringify(out.sentences.find((o) => o.text.includes(s.text))?.factIds)]) }
    }
  }
  for (let seed = 1; seed <= 60; seed += 1) for (const [ti, t] of tracks.entries()) for (const [ei, [code, extra]] of extras.entries()) {
    if ((seed + ti + ei) % 4 !== 0) continue
    const sub = (v: any): any => v === '$A' ? t[1] : v === '$I' ? t[0] : v === '$R' ? t[2] : v === '$L' ? t[3] : v === '$Y' ? t[4] : v === '$D' ? t[6] : v === '$T' ? t[5][0] : v
    const ex = extra.map(([p, v]) => [p, Object.fromEntries(Object.entries(v).map(([k, x]) => [k, sub(x)]))])
    await run(code, T(t[0], t[1], t[2], t[3], t[4], [...t[5]], t[6], ...(ex as any)), seed, seed % 3 === 0 ? 'dj' : 'blurb', seed % 3 === 0 ? 45 : 25)
  }
  for (let seed = 1; seed <= 60; seed += 1) for (const [code, extra] of eps) await run(code, E('Perfect Plex Setup', 'Self-Hosted', ...extra), seed, seed % 2 === 0 ? 'pitch' : 'blurb', seed % 2 === 0 ? 60 : 25)
  const lines = [...bad].toSorted((a, b) => b[1].length - a[1].length).map(([k, v]) => `${v.length} ${k}\n` + v.slice(0, 3).map((x) => '      ' + x).join('\n'))
  writeFileSync('/tmp/house-refusals.txt', `${n} sentences, ${refused} refused\n` + lines.join('\n'))
}, 120_000)
