import type { AccountActions } from "../accounts/account-administration.js";
import type { CalendarActions, ShownEvent } from "../accounts/calendar-actions.js";
import { escapeHtml, htmlPage } from "../html.js";
import type { Answer } from "../http/call.js";
import { isObject, textOf } from "../json.js";
import { addDays } from "../store/zone-time.js";

/** The first page: whose calendar? */
export function accountsPage(accounts: readonly AccountActions[]): Answer {
  const links = accounts.map((account) => {
    const calendars = account.calendarIds().map((id) => {
      const name = account.calendar(id).summary;
      return `<li><a href="${address(account.email, id)}">${escapeHtml(name)}</a></li>`;
    });
    return `<h2>${escapeHtml(account.name)}</h2><ul>${calendars.join("")}</ul>`;
  });
  const body =
    links.length > 0 ? links.join("\n") : "<p>This local Google has no account yet. Add one to its seed.</p>";
  return htmlPage(200, "Local Google Calendar", `<h1>Local Google Calendar</h1>\n${body}`);
}

/** Four weeks of one calendar, each event with the form that changes it. */
export function agendaPage(account: AccountActions, calendar: CalendarActions, from: string): Answer {
  const to = addDays(from, 28);
  const events = calendar.agenda(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
  const days = groupByDay(events);
  const shown = [...days].map(
    ([day, own]) => `<h2><time datetime="${escapeHtml(day)}">${escapeHtml(dayName(day))}</time></h2>
${own.map((event) => eventDetails(account, calendar, event, from)).join("\n")}`,
  );
  const here = address(account.email, calendar.id);
  const body = `
<h1>${escapeHtml(calendar.summary)}</h1>
<p class="note">${escapeHtml(account.email)} · ${escapeHtml(calendar.timeZone)} · a stand-in on this computer</p>
<nav aria-label="Calendar"><a href="/calendar">All calendars</a>
<a href="${here}&amp;from=${addDays(from, -28)}">Earlier</a>
<a href="${here}&amp;from=${to}">Later</a></nav>
<details><summary>New event</summary>${eventForm(account, calendar, undefined, from)}</details>
${shown.length > 0 ? shown.join("\n") : "<p>Nothing planned in these four weeks.</p>"}`;
  return htmlPage(200, `${calendar.summary} – Local Google Calendar`, body);
}

/** What went wrong, and the way back. */
export function problemPage(message: string): Answer {
  const body = `<h1>That did not work</h1><p>${escapeHtml(message)}</p><nav><a href="/calendar">All calendars</a></nav>`;
  return htmlPage(400, "That did not work", body);
}

/** The address of a calendar's page, ready for an attribute. */
function address(email: string, calendarId: string): string {
  return escapeHtml(`/calendar/agenda?${new URLSearchParams({ account: email, calendar: calendarId }).toString()}`);
}

function groupByDay(events: readonly ShownEvent[]): Map<string, ShownEvent[]> {
  const days = new Map<string, ShownEvent[]>();
  for (const event of events) {
    const { date } = timeOf(event["start"]);
    days.set(date, [...(days.get(date) ?? []), event]);
  }
  return days;
}

function dayName(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en", { dateStyle: "full", timeZone: "UTC" });
}

/** Day and time as the calendar's zone shows them; no time for whole days. */
function timeOf(value: unknown): { readonly date: string; readonly time: string } {
  const text = isObject(value) ? (textOf(value["date"]) ?? textOf(value["dateTime"]) ?? "") : "";
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

function eventDetails(account: AccountActions, calendar: CalendarActions, event: ShownEvent, from: string): string {
  const start = timeOf(event["start"]);
  const end = timeOf(event["end"]);
  const when = start.time === "" ? "All day" : `${start.time}–${end.time}`;
  const tags = [
    event.status === "tentative" && "tentative",
    event["transparency"] === "transparent" && "free",
    event["visibility"] === "private" && "private",
    event["recurringEventId"] !== undefined && "repeats",
    event["attendees"] !== undefined && "guests",
  ].filter((tag) => tag !== false);
  return `<details><summary>${escapeHtml(when)} <strong>${escapeHtml(textOf(event["summary"]) ?? "(No title)")}</strong>${tags
    .map((tag) => `<span class="tag">${tag}</span>`)
    .join("")}</summary>
${eventForm(account, calendar, event, from)}</details>`;
}

function eventForm(
  account: AccountActions,
  calendar: CalendarActions,
  event: ShownEvent | undefined,
  from: string,
): string {
  const start = event ? timeOf(event["start"]) : { date: from, time: "09:00" };
  const end = event ? timeOf(event["end"]) : { date: from, time: "10:00" };
  const isAllDay = event !== undefined && start.time === "";
  const lastDay = isAllDay ? addDays(end.date, -1) : end.date;
  const text = (name: string): string => escapeHtml(textOf(event?.[name]) ?? "");
  const box = (name: string, label: string, isChecked: boolean): string =>
    `<label class="choice"><input type="checkbox" name="${name}" value="1"${isChecked ? " checked" : ""}><span>${label}</span></label>`;
  return `<form method="post" action="/calendar/agenda">
${hidden({ account: account.email, calendar: calendar.id, event: event?.id ?? "", from })}
<label class="field">Title<input name="summary" value="${text("summary")}"></label>
<div class="pair">
<label class="field">Start<input type="date" name="startDate" value="${start.date}" required></label>
<label class="field">Start time<input type="time" name="startTime" value="${start.time}"></label>
<label class="field">End<input type="date" name="endDate" value="${lastDay}" required></label>
<label class="field">End time<input type="time" name="endTime" value="${end.time}"></label>
</div>
<label class="field">Location<input name="location" value="${text("location")}"></label>
<label class="field">Description<textarea name="description" rows="3">${text("description")}</textarea></label>
<div class="field">
${box("allDay", "All day", isAllDay)}
${box("tentative", "Tentative", event?.status === "tentative")}
${box("free", "Show as free", event?.["transparency"] === "transparent")}
${box("private", "Private", event?.["visibility"] === "private")}
</div>
<div class="actions">
<button type="submit" name="act" value="save">Save</button>
${isInvited(event) ? answerButtons : ""}
${event ? '<button type="submit" name="act" value="delete" class="plain" formnovalidate>Delete</button>' : ""}
</div>
</form>`;
}

const answerButtons = `<button type="submit" name="act" value="accepted" class="plain" formnovalidate>Accept</button>
<button type="submit" name="act" value="declined" class="plain" formnovalidate>Decline</button>`;

function isInvited(event: ShownEvent | undefined): boolean {
  const attendees = event?.["attendees"];
  const organizer = event?.["organizer"];
  const isOwn = isObject(organizer) && organizer["self"] === true;
  return !isOwn && Array.isArray(attendees) && attendees.some((guest) => isObject(guest) && guest["self"] === true);
}

function hidden(fields: { readonly [name: string]: string }): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join("");
}
