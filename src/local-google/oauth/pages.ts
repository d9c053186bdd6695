import { escapeHtml, htmlPage } from "../html.js";
import type { Answer } from "../http/call.js";
import type { Account } from "../store/account.js";
import type { ConsentRefusal, ConsentRequest } from "./consent-request.js";
import { describeScope, isSignInScope } from "./scopes.js";

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
<button type="submit" name="decision" value="allow"${accounts.length === 0 ? " disabled" : ""}>Allow</button>
<button type="submit" name="decision" value="cancel" class="plain" formnovalidate>Cancel</button>
</div>
</form>`;
  return htmlPage(200, "Sign in with local Google", body);
}

/** The page Google shows when it does not even ask; the app never hears of it. */
export function refusalPage({ status, error, detail }: ConsentRefusal): Answer {
  const body = `
<h1>Access blocked: this app's request is invalid</h1>
<p>${escapeHtml(detail)}</p>
<p class="note">Error ${status}: <code>${escapeHtml(error)}</code></p>`;
  return htmlPage(status, `Error ${status}: ${error}`, body);
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
