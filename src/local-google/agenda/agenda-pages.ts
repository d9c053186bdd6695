import type { AccountAdministration } from "../accounts/account-administration.js";
import type { CalendarActions } from "../accounts/calendar-actions.js";
import type { Clock } from "../clock.js";
import { UnknownAccountError, UnknownCalendarError } from "../errors.js";
import type { Answer, Call } from "../http/call.js";
import { GoogleError, googleErrors } from "../http/google-errors.js";
import type { GoogleApi } from "../http/operation.js";
import { isObject, textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import { isDate, mondayOf } from "../store/zone-time.js";
import { readEventForm } from "./agenda-form.js";
import { accountsPage, agendaPage, problemPage } from "./agenda-page.js";

/** Plain pages on which a person sees and changes their calendars, as on Google's own: for demonstrations. */
export function createAgendaPages(accounts: AccountAdministration, clock: Clock): GoogleApi {
  const show = ({ query }: Call): Answer => {
    const account = accounts.get(query.get("account") ?? "");
    const from = query.get("from") ?? "";
    return agendaPage(
      account,
      account.calendar(query.get("calendar") ?? "primary"),
      isDate(from) ? from : mondayOf(clock.now().toISOString().slice(0, 10)),
    );
  };
  const change = (call: Call, form: unknown): Answer => {
    if (!isFromHere(call) || !isObject(form)) return problemPage("This form was not sent from this page.");
    const email = textOf(form["account"]) ?? "";
    const calendar = accounts.get(email).calendar(textOf(form["calendar"]));
    act(calendar, form);
    const back = { account: email, calendar: calendar.id, from: textOf(form["from"]) ?? "" };
    return { status: 303, headers: { Location: `/calendar/agenda?${new URLSearchParams(back).toString()}` } };
  };
  return {
    operations: [
      {
        kind: "open",
        name: "pages.start",
        method: "GET",
        path: "/",
        query: [],
        handle: () => ({ status: 302, headers: { Location: "/calendar" } }),
      },
      {
        kind: "open",
        name: "pages.accounts",
        method: "GET",
        path: "/calendar",
        query: [],
        handle: () => accountsPage(accounts.list()),
      },
      {
        kind: "open",
        name: "pages.agenda",
        method: "GET",
        path: "/calendar/agenda",
        query: ["account", "calendar", "from"],
        handle: ({ call }) => orProblem(() => show(call)),
      },
      {
        kind: "open",
        name: "pages.change",
        method: "POST",
        path: "/calendar/agenda",
        query: [],
        handle: ({ call, json }) => orProblem(() => change(call, json)),
      },
    ],
    manners: { unauthenticated: () => googleErrors.authError, insufficientScope: () => googleErrors.forbidden },
  };
}

function act(calendar: CalendarActions, form: JsonObject): void {
  const id = textOf(form["event"]) ?? "";
  const what = form["act"];
  if (what === "delete") calendar.delete(id);
  else if (what === "accepted" || what === "declined") calendar.respond(id, what);
  else if (id === "") calendar.create(readEventForm(form, calendar.timeZone, true));
  else calendar.patch(id, readEventForm(form, calendar.timeZone, false));
}

/** Another site's page could send a form here too; browsers then name that site. */
function isFromHere({ headers }: Call): boolean {
  const { origin, host } = headers;
  return origin === undefined || origin === `http://${host}`;
}

function orProblem(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (problem) {
    const isExpected =
      problem instanceof GoogleError ||
      problem instanceof UnknownAccountError ||
      problem instanceof UnknownCalendarError ||
      problem instanceof RangeError;
    if (!isExpected) throw problem;
    return problemPage(problem.message);
  }
}
