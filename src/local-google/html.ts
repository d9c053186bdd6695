import type { Answer } from "./http/call.js";

/** Text as HTML; safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A whole page in the looks of this local Google: no script, nothing loaded from elsewhere. */
export function htmlPage(status: number, title: string, body: string): Answer {
  return {
    status,
    contentType: "text/html; charset=UTF-8",
    headers: {
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      "Referrer-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    },
    text: `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>${body}
</main>
</body>
</html>
`,
  };
}

const style = `
:root { color-scheme: light dark; --ink: #1f1f1f; --soft: #474747; --paper: #fff; --ground: #f0f4f9; --line: #c4c7c5; --accent: #0b57d0; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e3e3; --soft: #c4c7c5; --paper: #0e0e0e; --ground: #1e1f20; --line: #5f6368; --accent: #a8c7fa; --on-accent: #062e6f; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: min(34rem, calc(100vw - 2rem)); margin: 1rem; padding: 2rem; background: var(--paper); border-radius: 1.5rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; font-weight: 500; line-height: 1.25; }
fieldset { margin: 1.25rem 0; padding: 0; border: 0; }
legend { padding: 0; margin-bottom: .5rem; font-weight: 600; }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .75rem; border: 1px solid var(--line); border-radius: .75rem; margin-bottom: .5rem; cursor: pointer; }
.choice:hover, .choice:focus-within { border-color: var(--accent); }
.choice input { width: 1.15rem; height: 1.15rem; margin: .2rem 0 0; flex: none; accent-color: var(--accent); }
.mail, .note { color: var(--soft); }
.note { font-size: .875rem; }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin: 1rem 0; }
a { color: var(--accent); }
h2 { margin: 1.5rem 0 .5rem; font-size: 1rem; font-weight: 600; }
details { border: 1px solid var(--line); border-radius: .75rem; margin-bottom: .5rem; }
summary { padding: .6rem .75rem; cursor: pointer; }
details form { padding: 0 .75rem .75rem; }
.field { display: block; margin-top: .6rem; }
.field input, .field textarea, .field select { display: block; width: 100%; font: inherit; padding: .45rem .6rem; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
.tag { font-size: .8rem; color: var(--soft); border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; margin-left: .4rem; }
.actions { display: flex; gap: .75rem; margin-top: 1.5rem; }
button { font: inherit; font-weight: 600; padding: .6rem 1.5rem; border-radius: 2rem; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; }
button.plain { background: transparent; color: var(--accent); }
button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
