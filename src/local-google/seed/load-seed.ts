import type { StoreAccounts } from "../accounts/account-administration.js";
import type { GoogleStore } from "../store/google-store.js";
import { EventLoader } from "./event-loader.js";
import type { PreparedEvent } from "./prepared-event.js";
import type { PreparedSeed } from "./read-seed.js";

/** Fills a store with a prepared seed. */
export function loadSeed(
  { accounts, calendarEvents }: PreparedSeed,
  store: GoogleStore,
  administration: StoreAccounts,
): void {
  for (const [index, account] of accounts.entries()) {
    const actions = administration.add(account);
    fill(store, account.email, account.email, account.prepared);
    actions.contacts().load(account.preparedContacts);
    for (const [place, calendar] of (account.calendars ?? []).entries()) {
      const known = calendar.id === undefined ? undefined : store.findCalendar(calendar.id);
      const { id } = known
        ? actions.subscribe(known.id, calendar.accessRole ?? "reader")
        : actions.addCalendar(calendar);
      fill(store, account.email, id, calendarEvents[index]?.[place] ?? []);
    }
  }
}

function fill(store: GoogleStore, ownerEmail: string, calendarId: string, events: readonly PreparedEvent[]): void {
  const calendar = store.findCalendar(calendarId);
  if (!calendar) return;
  const loader = new EventLoader(store, calendar, ownerEmail);
  for (const event of events) loader.load(event);
}
