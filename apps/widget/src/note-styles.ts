import { css } from 'lit'

/**
 * The page around keeps out: `all: initial` cuts what would be inherited, and what the host must be is important, which in a shadow tree wins over the page.
 * Custom properties and parts come through; so does `color-scheme`, so that a note is dark where its page is.
 */
export const noteStyles = css`
  :host {
    display: block !important;
    position: relative !important;
    visibility: visible !important;
    opacity: 1 !important;
    filter: none !important;
    transform: none !important;
    container-type: inline-size !important;
    max-width: 46rem;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([theme='light']) {
    color-scheme: light !important;
  }
  :host([theme='dark']) {
    color-scheme: dark !important;
  }
  .note {
    all: initial;
    color-scheme: inherit;
    --_paper: var(--liner-note-paper, #ffffff);
    --_ink: var(--liner-note-ink, #16150f);
    --_soft: var(--liner-note-ink-soft, #57564e);
    --_rule: var(--liner-note-rule, #d9d8d0);
    --_line: #b4b3a9;
    --_accent: var(--liner-note-accent, #b92d0c);
    --_wash: var(--liner-note-accent-wash, #f9e3da);
    --_serif: var(--liner-note-font, 'Newsreader', 'Iowan Old Style', 'Charter', 'Bitstream Charter', 'Source Serif 4', Georgia, 'Liberation Serif', serif);
    --_sans: var(--liner-note-label-font, 'Schibsted Grotesk', 'Avenir Next', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif);
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    min-height: var(--liner-note-min-height, 15rem);
    padding: var(--liner-note-padding, 1.5rem 1.5rem 1.125rem);
    background: var(--_paper);
    border-top: 3px solid var(--_accent);
    border-bottom: 1px solid var(--_rule);
    border-radius: var(--liner-note-radius, 0);
    color: var(--_ink);
    font: 400 0.8125rem / 1.5 var(--_sans);
    overflow-wrap: anywhere;
    text-align: start;
  }
  @supports (color: light-dark(#000, #fff)) {
    .note {
      --_paper: var(--liner-note-paper, light-dark(#ffffff, #1d1d1a));
      --_ink: var(--liner-note-ink, light-dark(#16150f, #eeede6));
      --_soft: var(--liner-note-ink-soft, light-dark(#57564e, #a9a89e));
      --_rule: var(--liner-note-rule, light-dark(#d9d8d0, #33332e));
      --_line: light-dark(#b4b3a9, #5d5c55);
      --_accent: var(--liner-note-accent, light-dark(#b92d0c, #ff7d5a));
      --_wash: var(--liner-note-accent-wash, light-dark(#f9e3da, #40201a));
    }
  }
  *,
  ::slotted(*) {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  bdi {
    unicode-bidi: isolate;
  }
  a {
    color: inherit;
    text-decoration: underline 1px var(--_line);
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-color: currentcolor;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .title {
    display: block;
    font: 600 1rem / 1.3 var(--_sans);
    text-wrap: balance;
  }
  .about {
    display: block;
    margin-top: 0.125rem;
    color: var(--_soft);
  }
  .text {
    margin: 1.125rem 0 1.25rem;
    font: 400 var(--liner-note-size, clamp(1.3125rem, 1.02rem + 1.9cqi, 1.75rem)) / 1.36 var(--_serif);
    letter-spacing: -0.006em;
    text-wrap: pretty;
    hanging-punctuation: first last;
  }
  /* As in liner notes: words with a number, and what the number stands for below. */
  .text {
    counter-reset: claim;
  }
  .claim {
    counter-increment: claim;
    cursor: pointer;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
    transition: background-color 120ms;
  }
  .claim::after {
    content: counter(claim);
    content: counter(claim) / '';
    margin-inline-start: 0.12em;
    color: var(--_accent);
    font: 600 0.5em / 0 var(--_sans);
    vertical-align: 0.75em;
  }
  .claim:hover,
  .claim[aria-expanded='true'] {
    background: var(--_wash);
    box-shadow: 0 0 0 0.12em var(--_wash);
  }
  .passages,
  .facts {
    list-style: none;
  }
  .passages {
    border-top: 1px solid var(--_rule);
  }
  .passage {
    border-bottom: 1px solid var(--_rule);
  }
  button {
    appearance: none;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
    text-align: start;
  }
  .play {
    display: grid;
    grid-template-columns: 1.25rem 1fr auto;
    align-items: center;
    gap: 0.5rem;
    width: 100%;
    min-height: 44px;
    padding: 0.375rem 0;
    font-size: 0.875rem;
  }
  .play svg {
    width: 1.5rem;
    height: 1.5rem;
    /* The drawing begins at the edge of the text, not its box. */
    margin-inline-start: -0.4375rem;
    fill: var(--_accent);
  }
  .play:hover .what {
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .when {
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  progress {
    display: block;
    appearance: none;
    width: 100%;
    height: 2px;
    margin-bottom: -1px;
    border: 0;
    background: var(--_rule);
    color: var(--_accent);
  }
  progress::-webkit-progress-bar {
    background: var(--_rule);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .trouble {
    padding-bottom: 0.625rem;
    color: var(--_soft);
  }
  .facts {
    margin-top: 1rem;
  }
  .fact {
    display: grid;
    grid-template-columns: 1.125rem 1fr;
  }
  .number {
    padding-top: 0.1875rem;
    color: var(--_accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .fact + .fact {
    margin-top: 0.75rem;
  }
  .statement {
    display: block;
    font-size: 0.9375rem;
    line-height: 1.45;
  }
  .source {
    display: block;
    color: var(--_soft);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    margin-top: auto;
    padding-top: 1rem;
    color: var(--_soft);
    font-size: 0.75rem;
  }
  .more {
    min-height: 24px;
    color: var(--_ink);
    text-decoration: underline 1px var(--_line);
    text-underline-offset: 0.2em;
  }
  .more:hover {
    text-decoration-color: currentcolor;
  }
  .state {
    margin: 1.125rem 0;
    color: var(--_soft);
    font: 400 1rem / 1.5 var(--_sans);
  }
  .fallback {
    font: 400 var(--liner-note-size, clamp(1.3125rem, 1.02rem + 1.9cqi, 1.75rem)) / 1.36 var(--_serif);
    color: var(--_ink);
  }
  ::slotted(:not(:first-child)) {
    margin-top: 0.75rem;
    color: var(--_soft);
    font: 400 0.8125rem / 1.5 var(--_sans);
  }
  .lines {
    height: 7.25rem;
    margin: 0.75rem 0;
    background: repeating-linear-gradient(transparent 0 calc(2.25rem - 1px), var(--_rule) 0 2.25rem);
  }
  @container (max-width: 26rem) {
    .note {
      padding: var(--liner-note-padding, 1.25rem 1.125rem 1rem);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .claim {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .claim[aria-expanded='true'] {
      outline: 2px solid Highlight;
    }
    .play svg {
      fill: ButtonText;
    }
  }
`
