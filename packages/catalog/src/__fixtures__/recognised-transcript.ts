import { mulberry } from './mulberry.js'

/** A cue of subtitles, as a recogniser writes it. */
interface Cue {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

const subjects = ['The backup server', 'A reverse proxy', 'Home automation', 'The media library', 'A cheap switch', 'Every password manager', 'The garden sensor', 'A photo archive']
const verbs = ['needs', 'survives', 'replaces', 'explains', 'costs', 'breaks without', 'depends on', 'outlives']
const objects = ['one quiet weekend', 'a second disk', 'the old router', 'more patience than money', 'a plan for the family', 'the cloud account', 'two cables and a label', 'a list of reasons']
const tails = ['and nobody notices until it is gone', 'because the defaults are wrong', 'if you write it down first', 'when the power fails', 'as long as the neighbours agree', 'after the first month']
/** What the recogniser makes of names and words that it does not know. */
const mistakes: readonly (readonly [RegExp, string])[] = [
  [/\bBrent Gervais\b/gu, 'Brand Gervase'],
  [/\bWireguard\b/gu, 'Wire Guard'],
  [/\bKubernetes\b/gu, 'Cooper Netties'],
  [/\bneeds\b/gu, 'kneads'],
  [/\bplan\b/gu, 'plane'],
]
const people = ['Brent Gervais runs Kubernetes at home', 'Wireguard came up when Brent Gervais moved house', 'Nobody asked Jeff Gearling about it', 'Some say that Brendt Jervais wrote the guide']

/**
 * Subtitles of a talk about self-hosting, in cues of eight words, as a recogniser hears it: names broken, words doubled, homophones, sentences that run on. The answer
 * to the title's question comes after an hour. The same seed gives the same text.
 */
export function recognisedTranscript(minutes: number, seed: number): { readonly cues: readonly Cue[]; readonly srt: string } {
  const random = mulberry(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const cues: Cue[] = []
  let words: string[] = []
  while (cues.length * 3_000 < minutes * 60_000) {
    const kind = random()
    const isLate = cues.length * 3_000 > minutes * 40_000
    let sentence = `${pick(subjects)} ${pick(verbs)} ${pick(objects)} ${pick(tails)}.`
    if (kind < 0.15) sentence = `${pick(people)} ${pick(tails)}.`
    else if (kind < 0.2) sentence = 'Self-hosting pays off when the archive outlives the company that sold it.'
    else if (kind < 0.25 && isLate) sentence = 'Self-hosting is dead because the archive of the cloud is cheaper in the end.'
    else if (kind < 0.3) sentence = 'Yeah. Right.'
    for (const [right, wrong] of mistakes) if (random() < 0.8) sentence = sentence.replace(right, wrong)
    let said = sentence.split(' ').flatMap((word) => (random() < 0.02 ? [word, word] : [word]))
    if (random() < 0.1) said = said.map((word) => word.replace(/[.]$/u, ''))
    words.push(...said)
    while (words.length >= 8) {
      const startMs = cues.length * 3_000
      cues.push({ startMs, endMs: startMs + 2_900, text: words.slice(0, 8).join(' ') })
      words = words.slice(8)
    }
  }
  return { cues, srt: cues.map(({ startMs, endMs, text }, index) => `${index + 1}\n${time(startMs)} --> ${time(endMs)}\n${text}\n`).join('\n') }
}

function time(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(11, 19)},${String(milliseconds % 1000).padStart(3, '0')}`
}
