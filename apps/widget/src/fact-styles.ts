import { css } from 'lit'

/** What the text rests on, and who wrote it. */
export const factStyles = css`
  .facts {
    margin-top: 1em;
  }
  .fact {
    display: grid;
    grid-template-columns: 1.2em 1fr;
  }
  .number {
    padding-top: 0.2em;
    color: var(--_accent);
    font-size: 0.8125em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .fact + .fact {
    margin-top: 0.75em;
  }
  .statement {
    display: block;
    font-size: 0.9375em;
    line-height: 1.45;
  }
  .source {
    display: block;
    color: var(--_soft);
    font-size: 0.8125em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.3em 1.3em;
    margin-top: auto;
    padding-top: 1.3em;
    color: var(--_soft);
    font-size: 0.75em;
  }
  .more {
    min-height: 24px;
    color: var(--_ink);
    text-decoration: underline 1px var(--_line);
    text-underline-offset: 0.2em;
  }
  .more[aria-expanded]::after {
    content: '+' / '';
    display: inline-block;
    margin-inline-start: 0.4em;
    color: var(--_accent);
  }
  .more[aria-expanded='true']::after {
    content: '–' / '';
  }
  .more:hover {
    text-decoration-color: currentcolor;
  }
`
