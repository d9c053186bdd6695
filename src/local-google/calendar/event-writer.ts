import { googleError, invalid, required } from "../http/google-errors.js";
import { mergePatch, textOf } from "../json.js";
import type { JsonObject } from "../json.js";
import { mayWrite } from "../store/account.js";
import type { Account, CalendarListEntry } from "../store/account.js";
import type { GoogleStore } from "../store/google-store.js";
import type { EventFields, Person, StoredEvent } from "../store/stored-event.js";
import { checkMatch, checkNewType, isOnlyReminders, nextSequence, readPerson, withoutWritten } from "./event-checks.js";
import { readEvent } from "./event-reader.js";
import type { WrittenFields } from "./event-reader.js";
import { showWritable } from "./event-view.js";
import { keepGuestRules } from "./guest-rules.js";
import type { LedgerMail, MailLedger, SendUpdates } from "./mail-ledger.js";
import { recurrenceOf } from "./recurrence.js";
import { findEvent } from "./series.js";

/** Who writes, and into which of their calendars. */
export interface WriteAccess {
  readonly account: Account;
  readonly entry: CalendarListEntry;
}

/** What comes with a write beside the event. */
export interface WriteOptions {
  readonly ifMatch?: string | undefined;
  readonly sendUpdates: SendUpdates;
  readonly takesConferenceData: boolean;
  readonly takesAttachments: boolean;
}

/** What a person's hands do in Google's own pages: no precondition, no mail. */
export const byHand: WriteOptions = { sendUpdates: "none", takesConferenceData: true, takesAttachments: true };

export interface WriterOptions {
  /** What Google does with a change of a deleted event; reports differ. */
  readonly deletedEventUpdates: "forbidden" | "revive";
}

const idPattern = /^[a-v0-9]{5,1024}$/;

/** Every change of events, whoever makes it: through the API or by hand. */
export class EventWriter {
  constructor(
    private readonly store: GoogleStore,
    private readonly mails: MailLedger,
    private readonly options: WriterOptions,
  ) {}

  insert(access: WriteAccess, body: JsonObject, options: WriteOptions): StoredEvent {
    this.#mayWrite(access);
    const { calendar } = access.entry;
    const givenId = textOf(body["id"]);
    const givenUid = textOf(body["iCalUID"]);
    if (givenId !== undefined && !idPattern.test(givenId)) throw invalid("Invalid resource id value.");
    if (givenId !== undefined && givenUid !== undefined) throw invalid("Only one of id and iCalUID may be given.");
    if (givenId !== undefined && calendar.find(givenId)) throw googleError("duplicate");
    const id = givenId ?? this.store.newEventId(calendar);
    const written = this.#read(body, undefined, access, options);
    checkNewType(written);
    const event = calendar.put(id, {
      ...written,
      created: this.#now(),
      creator: { email: access.account.email },
      organizer: this.#organizerOf(access),
      iCalUID: givenUid ?? `${id}@google.com`,
      sequence: written.sequence ?? 0,
    });
    this.#mail("invitation", access, event, options);
    return event;
  }

  /** Adds a private copy of an event made elsewhere, or renews it: one per iCalUID. */
  import(access: WriteAccess, body: JsonObject, options: WriteOptions): StoredEvent {
    this.#mayWrite(access);
    const { calendar } = access.entry;
    const iCalUID = textOf(body["iCalUID"]);
    if (!iCalUID) throw required("Missing iCalUID.");
    const written = this.#read(body, undefined, access, options);
    if (written.eventType !== "default") throw invalid("Only events of the default type can be imported.");
    const before = calendar.findByUid(iCalUID);
    return calendar.put(before?.id ?? this.store.newEventId(calendar), {
      ...written,
      created: before?.fields.created ?? this.#now(),
      creator: before?.fields.creator ?? { email: access.account.email },
      organizer: readPerson(body["organizer"]) ?? this.#organizerOf(access),
      iCalUID,
      sequence: written.sequence ?? before?.fields.sequence ?? 0,
      privateCopy: true,
    });
  }

  patch(access: WriteAccess, id: string, change: JsonObject, options: WriteOptions): StoredEvent {
    const event = this.#find(access, id, options);
    const whole = mergePatch(showWritable(event.fields, access.entry.calendar.timeZone), change);
    return this.#change(access, event, whole, change, options);
  }

  update(access: WriteAccess, id: string, body: JsonObject, options: WriteOptions): StoredEvent {
    const event = this.#find(access, id, options);
    return this.#change(access, event, { eventType: event.fields.eventType, ...body }, body, options);
  }

  delete(access: WriteAccess, id: string, options: WriteOptions): void {
    const { calendar } = access.entry;
    const event = findEvent(calendar, id);
    if (!event) throw googleError("notFound");
    this.#mayWrite(access);
    checkMatch(event, options.ifMatch);
    if (event.fields.status === "cancelled") throw googleError("deleted");
    this.#mail("cancellation", access, this.#cancel(access, event), options);
  }

  /** Moves an event to another calendar of the account; here a bare cancelled entry stays. */
  move(access: WriteAccess, id: string, destination: CalendarListEntry, options: WriteOptions): StoredEvent {
    const event = this.#find(access, id, options);
    const target: WriteAccess = { ...access, entry: destination };
    this.#mayWrite(target);
    if (event.fields.status === "cancelled") throw googleError("deleted");
    if (event.fields.eventType !== "default" || event.fields.recurringEventId) throw invalid("Cannot move this event.");
    const present = destination.calendar.find(event.id);
    if (present && present.fields.status !== "cancelled") throw googleError("duplicate");
    const exceptions = access.entry.calendar.exceptionsOf(event.id);
    this.#cancel(access, event);
    const organizer = this.#organizerOf(target);
    for (const { id: exceptionId, fields } of exceptions)
      destination.calendar.put(exceptionId, { ...fields, organizer });
    const moved = destination.calendar.put(event.id, { ...event.fields, organizer });
    this.#mail("update", target, moved, options);
    return moved;
  }

  #find(access: WriteAccess, id: string, options: WriteOptions): StoredEvent {
    const event = findEvent(access.entry.calendar, id);
    if (!event) throw googleError("notFound");
    this.#mayWrite(access);
    checkMatch(event, options.ifMatch);
    return event;
  }

  #change(
    access: WriteAccess,
    event: StoredEvent,
    whole: JsonObject,
    sent: JsonObject,
    options: WriteOptions,
  ): StoredEvent {
    const before = event.fields;
    const isInstance = before.recurringEventId !== undefined;
    if (before.status === "cancelled" && !this.#mayRevive(access, before)) throw googleError("forbidden");
    const read = this.#read(whole, before, access, options);
    if (read.eventType !== before.eventType) throw invalid("Event type cannot be changed.");
    const written = keepGuestRules(before, read, access.entry.calendar.id);
    if (written.status === "cancelled") return this.#cancel(access, event);
    const changed: EventFields = {
      ...withoutWritten(before),
      ...written,
      sequence: nextSequence(before, written, sent, isInstance && !access.entry.calendar.find(event.id)),
    };
    const stored = this.#store(access, event, changed);
    this.#mail("update", access, stored, options);
    return stored;
  }

  /** A deleted instance of a living series may come back; other deleted events as switched. */
  #mayRevive(access: WriteAccess, { recurringEventId }: EventFields): boolean {
    if (recurringEventId === undefined) return this.options.deletedEventUpdates === "revive";
    return access.entry.calendar.find(recurringEventId)?.fields.status !== "cancelled";
  }

  #store(access: WriteAccess, event: StoredEvent, fields: EventFields): StoredEvent {
    const { calendar } = access.entry;
    if (isOnlyReminders(event.fields, fields)) {
      if (calendar.find(event.id)) return calendar.put(event.id, fields, { keepUpdated: true });
    }
    const micros = this.store.stamps.next();
    if (fields.recurringEventId) this.#touchMaster(access, fields.recurringEventId, micros);
    const stored = calendar.put(event.id, fields, { micros });
    if (event.fields.recurrence) this.#reconcileExceptions(access, stored);
    return stored;
  }

  /** A changed or deleted instance lists its series again. */
  #touchMaster(access: WriteAccess, masterId: string, micros: number): void {
    const master = access.entry.calendar.find(masterId);
    if (master) access.entry.calendar.touch(master, micros);
  }

  #cancel(access: WriteAccess, event: StoredEvent): StoredEvent {
    const { calendar } = access.entry;
    const micros = this.store.stamps.next();
    if (event.fields.recurringEventId) this.#touchMaster(access, event.fields.recurringEventId, micros);
    for (const exception of calendar.exceptionsOf(event.id)) calendar.drop(exception);
    return calendar.put(event.id, { ...event.fields, status: "cancelled" }, { micros });
  }

  /** Exceptions whose original start the series no longer has go: deleted ones silently, changed ones as tombstones. */
  #reconcileExceptions(access: WriteAccess, master: StoredEvent): void {
    const { calendar } = access.entry;
    const set = recurrenceOf(master.fields);
    for (const exception of calendar.exceptionsOf(master.id)) {
      const { originalStartTime } = exception.fields;
      if (originalStartTime && set?.has(originalStartTime)) continue;
      if (exception.fields.status === "cancelled") calendar.drop(exception);
      else calendar.put(exception.id, { ...exception.fields, status: "cancelled" });
    }
  }

  #read(body: JsonObject, before: EventFields | undefined, access: WriteAccess, options: WriteOptions): WrittenFields {
    const kept = before?.others ?? {};
    const accepted = {
      ...body,
      ...(!options.takesConferenceData && { conferenceData: kept["conferenceData"] }),
      ...(!options.takesAttachments && { attachments: kept["attachments"] }),
    };
    return readEvent(accepted, {
      calendarZone: access.entry.calendar.timeZone,
      isInstance: before?.recurringEventId !== undefined,
    });
  }

  #mayWrite(access: WriteAccess): void {
    if (!mayWrite(access.entry.accessRole)) throw googleError("requiredAccessLevel");
  }

  #organizerOf({ account, entry }: WriteAccess): Person {
    const { calendar } = entry;
    return calendar.id === account.email
      ? { email: account.email }
      : { email: calendar.id, displayName: calendar.properties.summary };
  }

  #mail(kind: LedgerMail["kind"], access: WriteAccess, event: StoredEvent, options: WriteOptions): void {
    const mail = { kind, calendarId: access.entry.calendar.id, eventId: event.id, at: this.store.clock.now() };
    this.mails.note(mail, event.fields, options.sendUpdates);
  }

  #now(): string {
    return `${this.store.clock.now().toISOString().slice(0, 19)}.000Z`;
  }
}
