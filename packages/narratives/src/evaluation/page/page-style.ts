/** Dark and light as the reader has it; one column on a phone, side by side where there is room. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #5d5a55; --paper: #faf8f4; --card: #fff; --line: #dcd7ce; --fact: #0b5c43; --opinion: #8a4b00; --bad: #a3201b; --good: #0b5c43; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece9e3; --soft: #aaa59c; --paper: #171614; --card: #211f1c; --line: #3b3833; --fact: #79d3b0; --opinion: #f0b467; --bad: #ff9c94; --good: #79d3b0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem 1rem 4rem; max-width: 90rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; } h3 { font-size: 1.05rem; margin: 0; } h4 { font-size: .9rem; margin: 0 0 .4rem; }
small, .by, .note, .why, sup { color: var(--soft); font-weight: 400; } small { font-size: .85em; }
p { margin: 0 0 .5rem; } .note { margin-top: .75rem; } .by { font-size: .9rem; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--fact); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem; border-top: 1px solid var(--line); min-width: 8.5rem; font-weight: 400; }
thead th { border-top: 0; font-weight: 600; } thead small { display: block; } .group { font-weight: 600; background: var(--paper); }
@media (max-width: 40rem) { th, td { min-width: 6.25rem; padding: .35rem .5rem; } }
.met { color: var(--good); font-weight: 700; } .missed { color: var(--bad); font-weight: 700; }
article { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 0 0 1rem; }
.answers { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); margin: .75rem 0; }
section { border-left: 3px solid var(--line); padding-left: .75rem; } section.own { border-left-color: var(--good); } section.other { border-left-color: var(--bad); }
.text { font-size: 1.1rem; } .supported { text-decoration: underline 2px var(--fact); text-underline-offset: .2em; } .opinion { text-decoration: underline 2px dotted var(--opinion); text-underline-offset: .2em; }
sup { font-size: .65em; padding-left: .15em; text-decoration: none; } .opinion sup { color: var(--opinion); } .supported sup { color: var(--fact); }
.refused { font-size: .9rem; color: var(--bad); } .why { font-size: .85rem; }
summary { cursor: pointer; min-height: 1.75rem; } ul { margin: .5rem 0 0; padding-left: 1.1rem; font-size: .9rem; } li.first { font-weight: 600; } li em { color: var(--fact); font-weight: 400; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`
