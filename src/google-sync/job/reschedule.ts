import type { Transaction, UserId } from "../../api/index.js";
import { addDays, dayOf } from "../../base/wall-time.js";
import { parseWhenText } from "../calendar/index.js";
import { quoted } from "../reports/index.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import type { RunItem } from "./run-item.js";

/** The canonical "when" for people: "2026-07-04 10:00 to 11:00", days alone, the last one inclusive, when all day (C21). */
export function whenInWords(text: string): string {
  const { start, end, isAllDay } = parseWhenText(text);
  if (isAllDay) {
    const [first, last] = [dayOf(start), addDays(dayOf(end), -1)];
    return last > first ? `${first} to ${last} (all day)` : `${first} (all day)`;
  }
  const endText =
    end.slice(0, 10) === start.slice(0, 10) ? end.slice(11, 16) : `${end.slice(0, 10)} ${end.slice(11, 16)}`;
  return `${start.slice(0, 10)} ${start.slice(11, 16)} to ${endText}`;
}

/** The status note of a session rescheduled in Google (C6); the studio writes it only for a changed time. */
export function statusNote(before: string | undefined, after: string | undefined, { user }: RunContext): string {
  const who = `${user.firstName} ${user.lastName}`.trim() || user.initials;
  if (before === undefined || after === undefined) return `Changed in Google Calendar by ${who}`;
  return `Moved in Google Calendar by ${who}: from ${whenInWords(before)} to ${whenInWords(after)}`;
}

/** Tells everyone else on a session, and who booked it, the old and the new time (C6). */
export async function notifyOthers(
  others: readonly UserId[],
  item: RunItem,
  before: string,
  after: string,
  { services, user }: RunContext,
  transaction: Transaction,
): Promise<void> {
  const shown = quoted(nameOf(item));
  for (const userId of others) {
    await services.notifications.notify(
      {
        audience: { kind: "user", userId },
        severity: "information",
        title: "Moved in Google Calendar",
        text: `${user.firstName} ${user.lastName} moved ${shown} from ${whenInWords(before)} to ${whenInWords(after)}.`,
        subject: `google-sync/moved/${item.entry?.entryId ?? ""}/${userId}`,
      },
      transaction,
    );
  }
}
