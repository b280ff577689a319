import { css } from 'lit'

/** Title and text: the text is what the note is for. */
export const textStyles = css`
  .title {
    display: block;
    font: 600 1em / 1.3 var(--_sans);
    text-wrap: balance;
  }
  .about {
    display: block;
    margin-top: 0.15em;
    color: var(--_soft);
    font-size: 0.8125em;
  }
  .text {
    margin: 0.7em 0 0.8em;
    font: 400 var(--liner-note-size, clamp(1.3125em, 1.02em + 1.9cqi, 1.75em)) / 1.36 var(--_serif);
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
  .state {
    margin: 1.125em 0;
    color: var(--_soft);
    font: 400 1em / 1.5 var(--_sans);
  }
  .fallback {
    font: 400 var(--liner-note-size, clamp(1.3125em, 1.02em + 1.9cqi, 1.75em)) / 1.36 var(--_serif);
    color: var(--_ink);
  }
  ::slotted(:not(:first-child)) {
    margin-top: 0.8em;
    color: var(--_soft);
    font: 400 0.55em / 1.5 var(--_sans);
  }
  .lines {
    height: 7.25em;
    margin: 0.75em 0;
    background: repeating-linear-gradient(transparent 0 calc(2.25em - 1px), var(--_rule) 0 2.25em);
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
  }
`
