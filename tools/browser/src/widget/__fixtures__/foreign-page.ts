import type { ServedPage } from '../../harness/index.js'

/** What a stylesheet of somebody else may do to everything in its page, meaning well or not. */
const hostileStyles = `
/* The root as many pages have it, so that 1rem is 10 pixels. */
:root { font-size: 62.5%; color-scheme: light dark; background: light-dark(#fff, #000); }
* { all: revert; font: italic 700 10px/1 monospace !important; letter-spacing: 7px !important; color: #0a0 !important; text-transform: uppercase !important; transform: rotate(2deg); box-sizing: content-box !important; }
liner-note { display: inline !important; opacity: 0.1 !important; }
.cover { position: fixed; inset: 0 0 auto auto; width: 60px; height: 60px; z-index: 2147483647; }
`
const plainStyles = `
:root { color-scheme: light dark; background: light-dark(#fdfdfb, #101114); color: light-dark(#222, #ddd); font: 17px/1.6 'Liberation Sans', sans-serif; }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; }
liner-note { display: block; margin: 1.5rem 0; }
liner-note:not(:defined) { min-height: 15rem; }
`

export interface ForeignPage {
  /** Origin of the gateway. */
  readonly widget: string
  /** Origin of the sounds; null: the policy of the page lets none play. */
  readonly sounds: string | null
  readonly notes: string
  readonly styles?: 'plain' | 'hostile'
  /** A server beside the gateway that the page may ask, too. */
  readonly another?: string
}

/** Pages of another site, under a policy of its own that allows what docs/widget.md says and nothing else. */
export function foreignPage({ widget, sounds, notes, styles = 'plain', another = '' }: ForeignPage): ServedPage {
  const policy = `default-src 'none'; style-src 'self'; script-src ${widget}; connect-src ${widget} ${another}; img-src data:; media-src ${sounds ?? "'none'"}`
  return {
    type: 'text/html; charset=utf-8',
    headers: { 'content-security-policy': policy },
    body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A page of somebody else</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/${styles}.css">
<script type="module" src="${widget}/widget/liner-note.js"></script></head>
<body><main><h1>A page of somebody else</h1><p>Some words before the note, as there are in any page.</p>
${notes}
<p>And some after it.</p></main>${styles === 'hostile' ? '<div class="cover"></div>' : ''}</body></html>`,
  }
}

export const foreignStyles: Readonly<Record<string, ServedPage>> = {
  '/plain.css': { type: 'text/css', body: plainStyles },
  '/hostile.css': { type: 'text/css', body: hostileStyles },
}
