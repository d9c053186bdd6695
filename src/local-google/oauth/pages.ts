import type { Account } from "../store/account.js";
import type { Answer } from "../http/call.js";
import type { ConsentRefusal, ConsentRequest } from "./consent-request.js";
import { describeScope, isSignInScope } from "./scopes.js";

/** Text as HTML; safe between tags and inside quoted attributes. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The page on which a person chooses an account, ticks what the app may do, and allows or cancels. */
export function consentPage(request: ConsentRequest, requestId: string, accounts: readonly Account[]): Answer {
  const app = escapeHtml(request.client.name ?? request.client.clientId);
  const body = `
<h1>Sign in with local Google</h1>
<p class="lead"><strong>${app}</strong> wants to access your Google Account.</p>
<form method="post" action="/o/oauth2/v2/auth/decision">
<input type="hidden" name="request" value="${escapeHtml(requestId)}">
<fieldset><legend>Choose an account</legend>
${accounts.map((account, index) => accountChoice(account, isPreselected(account, index, request, accounts))).join("\n")}
${accounts.length === 0 ? "<p>This local Google has no account yet. Add one to its seed.</p>" : ""}
</fieldset>
${scopeChoices(request.scopes)}
<p class="note">This is a stand-in on this computer: no data leaves it, and no real Google account is used.</p>
<div class="actions">
<button type="submit" name="decision" value="cancel" class="plain" formnovalidate>Cancel</button>
<button type="submit" name="decision" value="allow"${accounts.length === 0 ? " disabled" : ""}>Allow</button>
</div>
</form>`;
  return page(200, "Sign in with local Google", body);
}

/** The page Google shows when it does not even ask; the app never hears of it. */
export function refusalPage({ status, error, detail }: ConsentRefusal): Answer {
  const body = `
<h1>Access blocked: this app's request is invalid</h1>
<p>${escapeHtml(detail)}</p>
<p class="note">Error ${status}: <code>${escapeHtml(error)}</code></p>`;
  return page(status, `Error ${status}: ${error}`, body);
}

function isPreselected(
  account: Account,
  index: number,
  request: ConsentRequest,
  accounts: readonly Account[],
): boolean {
  const hinted = accounts.find(({ email, sub }) => email === request.loginHint || sub === request.loginHint);
  return hinted ? hinted === account : index === 0;
}

function accountChoice({ email, name }: Account, isChecked: boolean): string {
  const checked = isChecked ? " checked" : "";
  return `<label class="choice"><input type="radio" name="account" value="${escapeHtml(email)}" required${checked}>
<span><strong>${escapeHtml(name)}</strong><br><span class="mail">${escapeHtml(email)}</span></span></label>`;
}

/** Google shows tick boxes only where there is more than one thing to tick. */
function scopeChoices(scopes: readonly string[]): string {
  const asked = scopes.filter((scope) => !isSignInScope(scope));
  if (asked.length === 0) return "";
  if (asked.length === 1) {
    return `<p>This will allow the app to:</p><ul>${asked.map((scope) => `<li>${escapeHtml(describeScope(scope))}</li>`).join("")}</ul>
${asked.map((scope) => `<input type="hidden" name="scope" value="${escapeHtml(scope)}">`).join("")}`;
  }
  const boxes = asked.map(
    (scope) => `<label class="choice"><input type="checkbox" name="scope" value="${escapeHtml(scope)}" checked>
<span>${escapeHtml(describeScope(scope))}</span></label>`,
  );
  return `<fieldset><legend>Select what the app can access</legend>\n${boxes.join("\n")}\n</fieldset>`;
}

function page(status: number, title: string, body: string): Answer {
  return {
    status,
    contentType: "text/html; charset=UTF-8",
    headers: {
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      "Referrer-Policy": "no-referrer",
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
.actions { display: flex; justify-content: flex-end; gap: .75rem; margin-top: 1.5rem; }
button { font: inherit; font-weight: 600; padding: .6rem 1.5rem; border-radius: 2rem; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; }
button.plain { background: transparent; color: var(--accent); }
button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
