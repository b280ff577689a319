import { css } from 'lit'

/** What can be heard, as the titles on a sleeve. */
export const passageStyles = css`
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
    grid-template-columns: 1.4em 1fr auto;
    align-items: center;
    gap: 0.6em;
    width: 100%;
    min-height: 44px;
    padding: 0.4em 0;
    font-size: 0.875em;
  }
  .play svg {
    width: 1.7em;
    height: 1.7em;
    /* The drawing begins at the edge of the text, not its box. */
    margin-inline-start: -0.5em;
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
    padding-bottom: 0.75em;
    color: var(--_soft);
    font-size: 0.8125em;
  }
  @media (forced-colors: active) {
    .play svg {
      fill: ButtonText;
    }
  }
`
