import { html, LitElement } from 'lit'

/** An item with its narrative and the proof of it, in anybody's page. */
export class LinerNote extends LitElement {
  override render() {
    return html`<slot></slot>`
  }
}

customElements.define('liner-note', LinerNote)
