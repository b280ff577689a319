import type { Embed } from './embed.js'
import { embedSnippet } from './embed-snippet.js'
import { html, type Html } from './html.js'

/** A page as somebody else would have it, with the element in it: another design, other fonts, a strict policy. */
export function demoPage(embeds: readonly Embed[], origin: string): string {
  const snippets = embeds.map((embed) => embedSnippet(embed, { origin, style: null, provider: null }))
  const [first, second, ...others] = snippets
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>What I listen to while the dough rests: The Tuesday Loaf</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/widget/demo.css" />
        <script type="module" src="/widget/liner-note.js"></script>
      </head>
      <body>
        <header>
          <p class="name">The Tuesday Loaf</p>
          <p class="motto">Bread, mostly. A page that borrows its recommendations.</p>
        </header>
        <main>
          <article>
            <p class="date">A Tuesday, before seven</p>
            <h1>What I listen to while the dough rests</h1>
            <p>
              A first fold takes ten seconds and then asks for half an hour of nothing. I used to spend it looking at my phone. Now I spend it listening, and I
              want to know beforehand whether the half hour is well spent.
            </p>
            ${first ?? empty}
            <p>
              The note above is not mine. It comes with one script tag from somebody who keeps a catalogue. Touch a line of it, and it says where it knows that
              from, which is more than I can say of my hydration figures.
            </p>
            ${second ?? null}
            <h2>And for the second rise</h2>
            <p>Something without words, usually. The oven is loud enough.</p>
            ${others}
            <p>Next week: why the rye sulks.</p>
          </article>
        </main>
        <footer>
          <p>This page is a demonstration of <code>&lt;liner-note&gt;</code>. Put it into a page of yours:</p>
          <pre tabindex="0" aria-label="How to embed">${code(embeds[0], origin)}</pre>
        </footer>
      </body>
    </html>`.text
}

const empty = html`<p class="nothing">There is nothing in this catalogue yet: import something, and it shows here.</p>`

const code = (embed: Embed | undefined, origin: string): Html =>
  html`<code>${`<script type="module" src="${origin}/widget/liner-note.js"></script>\n<liner-note item="${embed?.id ?? 'ID'}"></liner-note>`}</code>`
