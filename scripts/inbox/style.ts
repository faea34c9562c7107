/** One column that fits a phone; colours are the reader's own. */
export const style = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 48rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 1.5rem 0 0.5rem; }
a { display: inline-block; min-block-size: 1.5rem; }
pre a { display: inline; }
label { display: block; }
input, button { font: inherit; min-block-size: 2.75rem; box-sizing: border-box; }
input { flex: 1 1 12rem; min-inline-size: 0; padding-inline: 0.5rem; }
button { padding-inline: 1rem; }
.row, .bar { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; }
.messages { list-style: none; padding: 0; }
.messages > li { border-block-start: 1px solid; padding-block: 0.75rem; }
.messages > li > a { font-weight: 600; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 0.75rem; margin: 0.25rem 0; }
dt { font-weight: 400; }
dd { margin: 0; }
iframe { inline-size: 100%; block-size: 36rem; border: 1px solid; box-sizing: border-box; background: white; }
pre { white-space: pre-wrap; font: 1rem/1.5 ui-monospace, monospace; border: 1px solid; padding: 0.75rem; margin: 0; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;
