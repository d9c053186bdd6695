import type { EventWriter } from "../calendar/event-writer.js";
import { UnknownAccountError, UnknownCalendarError } from "../errors.js";
import { ContactActions } from "../people/contact-actions.js";
import type { ContactStore } from "../people/contact-store.js";
import type { ContactWriter } from "../people/contact-writer.js";
import type { AccessRole, Account, Reminder } from "../store/account.js";
import type { GoogleStore } from "../store/google-store.js";
import { CalendarActions } from "./calendar-actions.js";

/** A new account. */
export interface NewAccount {
  readonly email: string;
  readonly name?: string;
  /** Google's lasting id of the person; made up from the address where missing. */
  readonly sub?: string;
  readonly locale?: string;
  /** Zone of the primary calendar and of the settings; default `Etc/UTC`. */
  readonly timeZone?: string;
  /** Values of settings.get by id, beside `timezone` and `locale`. */
  readonly settings?: { readonly [name: string]: string };
  /** Default reminders of the primary calendar. */
  readonly defaultReminders?: readonly Reminder[];
}

/** A new calendar beside the primary one. */
export interface NewCalendar {
  /** Default: a made-up `…@group.calendar.google.com`. */
  readonly id?: string;
  readonly summary: string;
  readonly description?: string;
  readonly timeZone?: string;
  readonly accessRole?: AccessRole;
  readonly colorId?: string;
  readonly isHidden?: boolean;
  readonly isSelected?: boolean;
  readonly defaultReminders?: readonly Reminder[];
}

/** Accounts of the local Google. */
export interface AccountAdministration {
  add(account: NewAccount): AccountActions;
  /** @throws UnknownAccountError */
  get(email: string): AccountActions;
  find(email: string): AccountActions | undefined;
  list(): AccountActions[];
}

/** What acts on the accounts' content. */
export interface AccountParts {
  readonly events: EventWriter;
  readonly contacts: ContactWriter;
  readonly books: ContactStore;
}

export class StoreAccounts implements AccountAdministration {
  constructor(
    private readonly store: GoogleStore,
    private readonly parts: AccountParts,
  ) {}

  add(account: NewAccount): AccountActions {
    const timeZone = account.timeZone ?? "Etc/UTC";
    const added: Account = {
      sub: account.sub ?? subOf(account.email),
      email: account.email,
      name: account.name ?? account.email.replace(/@.*/, ""),
      locale: account.locale ?? "en",
      settings: new Map(Object.entries({ locale: account.locale ?? "en", timezone: timeZone, ...account.settings })),
      entries: new Map(),
      listChange: 0,
      listGeneration: 0,
    };
    this.store.addAccount(added);
    const calendar = this.store.addCalendar({
      id: account.email,
      summary: account.email,
      description: "",
      timeZone,
      ownerEmail: account.email,
    });
    this.store.addEntry(added, {
      calendar,
      accessRole: "owner",
      isPrimary: true,
      isHidden: false,
      isSelected: true,
      isDeleted: false,
      colorId: "14",
      defaultReminders: account.defaultReminders ?? [{ method: "popup", minutes: 30 }],
    });
    return this.#actions(added);
  }

  get(email: string): AccountActions {
    const found = this.find(email);
    if (!found) throw new UnknownAccountError(email);
    return found;
  }

  find(email: string): AccountActions | undefined {
    const account = this.store.findAccount(email);
    return account && this.#actions(account);
  }

  list(): AccountActions[] {
    return this.store.accounts().map((account) => this.#actions(account));
  }

  #actions(account: Account): AccountActions {
    return new AccountActions(this.store, this.parts, account);
  }
}

/** What a person does by hand with their account. */
export class AccountActions {
  constructor(
    private readonly store: GoogleStore,
    private readonly parts: AccountParts,
    private readonly account: Account,
  ) {}

  get email(): string {
    return this.account.email;
  }

  get sub(): string {
    return this.account.sub;
  }

  get name(): string {
    return this.account.name;
  }

  /** One calendar of the list, the primary one without an id. @throws UnknownCalendarError */
  calendar(id = "primary"): CalendarActions {
    const realId = id === "primary" ? this.account.email : id;
    if (!this.account.entries.has(realId)) throw new UnknownCalendarError(this.email, id);
    return new CalendarActions(this.store, this.parts.events, this.account, realId);
  }

  /** The person's contacts and labels. */
  contacts(): ContactActions {
    return new ContactActions(this.parts.contacts, this.parts.books.book(this.account));
  }

  /** The ids of the calendars in the list, the primary one first. */
  calendarIds(): string[] {
    return [...this.account.entries.values()].filter(({ isDeleted }) => !isDeleted).map(({ calendar }) => calendar.id);
  }

  /** Adds a calendar to the list: a new one of this person, or a virtual one with a role below owner. */
  addCalendar(added: NewCalendar): CalendarActions {
    const accessRole = added.accessRole ?? "owner";
    const calendar = this.store.addCalendar({
      id: added.id ?? this.store.newCalendarId(),
      summary: added.summary,
      description: added.description ?? "",
      timeZone: added.timeZone ?? this.account.settings.get("timezone") ?? "Etc/UTC",
      ownerEmail: accessRole === "owner" ? this.email : undefined,
    });
    this.store.addEntry(this.account, {
      calendar,
      accessRole,
      isPrimary: false,
      isHidden: added.isHidden ?? false,
      isSelected: added.isSelected ?? true,
      isDeleted: false,
      colorId: added.colorId ?? "8",
      defaultReminders: added.defaultReminders ?? [],
    });
    return this.calendar(calendar.id);
  }

  /** Puts a calendar of somebody else into the list. @throws UnknownCalendarError */
  subscribe(calendarId: string, accessRole: AccessRole): CalendarActions {
    const calendar = this.store.findCalendar(calendarId);
    if (!calendar) throw new UnknownCalendarError(this.email, calendarId);
    const present = this.account.entries.get(calendarId);
    if (present) {
      this.store.changeEntry(this.account, present, {
        accessRole,
        isDeleted: false,
        generation: present.generation + 1,
      });
    } else {
      const entry = { calendar, accessRole, isPrimary: false, isHidden: false, isSelected: true, isDeleted: false };
      this.store.addEntry(this.account, { ...entry, colorId: "16", defaultReminders: [] });
    }
    return this.calendar(calendarId);
  }

  setSetting(name: string, value: string): void {
    this.account.settings.set(name, value);
    this.store.noteChange();
  }
}

/** Twenty-one digits that are always the same for one address. */
function subOf(email: string): string {
  let mixed = 7n;
  for (const byte of Buffer.from(email.toLowerCase())) mixed = (mixed * 1_000_003n + BigInt(byte)) % 10n ** 20n;
  return `1${mixed.toString().padStart(20, "0")}`;
}
