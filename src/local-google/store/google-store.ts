import type { Clock } from "../clock.js";
import { AlreadyThereError, UnknownAccountError } from "../errors.js";
import type { SeededRandom } from "../random.js";
import type { Account, CalendarListEntry } from "./account.js";
import { Calendar } from "./calendar.js";
import type { CalendarProperties, CalendarState } from "./calendar.js";
import { ChangeStamps } from "./change-stamps.js";

/** Base32hex in small letters. */
const idAlphabet = "0123456789abcdefghijklmnopqrstuv";

type EntryState = Omit<CalendarListEntry, "calendar"> & { readonly calendarId: string };

/** Everything the store keeps over a restart, as JSON. */
export interface StoreState {
  readonly lastStamp: number;
  readonly calendars: readonly CalendarState[];
  readonly accounts: readonly (Omit<Account, "entries" | "settings"> & {
    readonly settings: { readonly [name: string]: string };
    readonly entries: readonly EntryState[];
  })[];
}

export type EntryChange = Partial<Omit<CalendarListEntry, "calendar" | "micros" | "change" | "isPrimary">>;

/** The accounts and calendars of the local Google, in memory. */
export class GoogleStore {
  readonly #accounts = new Map<string, Account>();
  readonly #calendars = new Map<string, Calendar>();
  #listeners: (() => void)[] = [];
  stamps: ChangeStamps;

  constructor(
    readonly clock: Clock,
    readonly random: SeededRandom,
  ) {
    this.stamps = new ChangeStamps(clock);
  }

  /** Calls back after every change of anything. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Says that something changed which is kept over a restart. */
  noteChange(): void {
    for (const listener of this.#listeners) listener();
  }

  accounts(): Account[] {
    return [...this.#accounts.values()];
  }

  findAccount(email: string): Account | undefined {
    return this.#accounts.get(email.toLowerCase());
  }

  /** @throws UnknownAccountError */
  account(email: string): Account {
    const account = this.findAccount(email);
    if (!account) throw new UnknownAccountError(email);
    return account;
  }

  /** @throws AlreadyThereError */
  addAccount(account: Account): void {
    const key = account.email.toLowerCase();
    if (this.#accounts.has(key)) throw new AlreadyThereError("account", account.email);
    this.#accounts.set(key, account);
    this.noteChange();
  }

  /** An id as Google makes them, in no use by anything in the calendar. */
  newEventId(calendar: Calendar): string {
    for (;;) {
      const id = this.random.text(26, idAlphabet);
      if (!calendar.find(id)) return id;
    }
  }

  /** The id of a new secondary calendar. */
  newCalendarId(): string {
    for (;;) {
      const id = `${this.random.text(26, idAlphabet)}@group.calendar.google.com`;
      if (!this.#calendars.has(id)) return id;
    }
  }

  findCalendar(id: string): Calendar | undefined {
    return this.#calendars.get(id);
  }

  /** @throws AlreadyThereError */
  addCalendar(properties: CalendarProperties): Calendar {
    if (this.#calendars.has(properties.id)) throw new AlreadyThereError("calendar", properties.id);
    const calendar = new Calendar(properties, this.stamps, () => this.noteChange());
    this.#calendars.set(calendar.id, calendar);
    return calendar;
  }

  /** Puts a calendar into a person's list. */
  addEntry(account: Account, entry: Omit<CalendarListEntry, "micros" | "change" | "generation">): CalendarListEntry {
    return this.#keepEntry(account, { ...entry, generation: 0 });
  }

  changeEntry(account: Account, entry: CalendarListEntry, change: EntryChange): CalendarListEntry {
    return this.#keepEntry(account, { ...entry, ...change });
  }

  #keepEntry(account: Account, entry: Omit<CalendarListEntry, "micros" | "change">): CalendarListEntry {
    account.listChange += 1;
    const kept = { ...entry, micros: this.stamps.next(), change: account.listChange };
    account.entries.set(kept.calendar.id, kept);
    this.noteChange();
    return kept;
  }

  /** Makes the sync tokens of one calendar, or of everything in an account, answer 410. */
  invalidateSyncTokens(email: string, calendarId?: string): void {
    const account = this.account(email);
    const realId = calendarId === "primary" ? account.email : calendarId;
    if (realId === undefined) account.listGeneration += 1;
    for (const entry of account.entries.values()) {
      if (realId !== undefined && entry.calendar.id !== realId) continue;
      account.entries.set(entry.calendar.id, { ...entry, generation: entry.generation + 1 });
    }
    this.noteChange();
  }

  toState(): StoreState {
    return {
      lastStamp: this.stamps.last,
      calendars: [...this.#calendars.values()].map((calendar) => calendar.toState()),
      accounts: this.accounts().map((account) => ({
        ...account,
        settings: Object.fromEntries(account.settings),
        entries: [...account.entries.values()].map(({ calendar, ...entry }) => ({ ...entry, calendarId: calendar.id })),
      })),
    };
  }

  /** Fills an empty store. */
  restore(state: StoreState): void {
    this.stamps = new ChangeStamps(this.clock, state.lastStamp);
    for (const calendarState of state.calendars) this.addCalendar(calendarState.properties).restore(calendarState);
    for (const { settings, entries, ...account } of state.accounts) {
      const restored: Account = { ...account, settings: new Map(Object.entries(settings)), entries: new Map() };
      for (const { calendarId, ...entry } of entries) {
        const calendar = this.#calendars.get(calendarId);
        if (calendar) restored.entries.set(calendarId, { ...entry, calendar });
      }
      this.addAccount(restored);
    }
  }
}
