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
    max-width: 736px;
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
    /* Emoji fonts come last, also behind what the page gives: they have digits of their own. */
    --_serif:
      var(--liner-note-font, 'Newsreader', 'Iowan Old Style', 'Charter', 'Bitstream Charter', 'Source Serif 4', Georgia, 'Liberation Serif', serif),
      'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji';
    --_sans:
      var(--liner-note-label-font, 'Schibsted Grotesk', 'Avenir Next', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif), 'Apple Color Emoji',
      'Segoe UI Emoji', 'Noto Color Emoji';
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    min-height: var(--liner-note-min-height, 15em);
    padding: var(--liner-note-padding, 1.5em 1.5em 1.125em);
    background: var(--_paper);
    border-top: 3px solid var(--_accent);
    border-bottom: 1px solid var(--_rule);
    border-radius: var(--liner-note-radius, 0);
    color: var(--_ink);
    /* Of the reader, not of the page: em from here on, because rem is whatever the page made of it. */
    font: 400 medium / 1.5 var(--_sans);
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
  @container (max-width: 416px) {
    .note {
      padding: var(--liner-note-padding, 1.25em 1.125em 1em);
    }
  }
`
