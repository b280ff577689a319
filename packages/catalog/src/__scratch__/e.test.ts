import { readdirSync, readFileSync } from 'node:fs'
import { it } from 'vitest'
import { parseChangelogMarkdown } from '../importers/transcripts/parse-changelog-markdown.js'
it('x', () => {
  const d = '/work/shared/data/podcasts/changelog/transcripts/'
  const out: string[] = []
  for (const show of readdirSync(d)) for (const f of readdirSync(d + show)) {
    const { segments } = parseChangelogMarkdown(readFileSync(`${d}${show}/${f}`, 'utf8'))
    for (const s of segments) {
      const m = /[*_`\\[\]#<>|{}]|https?:|^\W*$|^.{0,12}$|&\w+;|\d\d:\d\d/.exec(s.text)
      if (m && !/^[\w ,.!?'’…-]{2,}$/.test(s.text)) out.push(`${f} ${s.speaker}: ${s.text.slice(Math.max(0, m.index - 50), m.index + 60)}`)
      if (/^.{0,3}$/.test(s.text)) out.push(`SHORT ${f} ${s.speaker}: ${s.text}`)
    }
  }
  console.log(out.length); console.log(out.slice(0, 230).join('\n'))
})
