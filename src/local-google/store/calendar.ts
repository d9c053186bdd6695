import type { ChangeStamps } from "./change-stamps.js";
import type { EventFields, StoredEvent } from "./stored-event.js";

export interface CalendarProperties {
  readonly id: string;
  summary: string;
  description: string;
  timeZone: string;
  location?: string;
  /** The account whose primary calendar this is, or who made it. */
  readonly ownerEmail: string | undefined;
}

/** What a calendar looks like in the snapshot of the state file. */
export interface CalendarState {
  readonly properties: CalendarProperties;
  readonly change: number;
  readonly updated: number;
  readonly events: readonly StoredEvent[];
}

/**
 * One calendar: its events by id, and the history of their changes. Every change has
 * a number one higher than the one before; a sync token remembers such a number.
 */
export class Calendar {
  readonly #events = new Map<string, StoredEvent>();
  readonly #idsByUid = new Map<string, string>();
  readonly #exceptions = new Map<string, Set<string>>();
  #history: StoredEvent[] = [];
  #change = 0;
  #updated: number;

  constructor(
    readonly properties: CalendarProperties,
    private readonly stamps: ChangeStamps,
    private readonly onChange: () => void,
  ) {
    this.#updated = Math.floor(stamps.next() / 1000);
  }

  get id(): string {
    return this.properties.id;
  }

  get timeZone(): string {
    return this.properties.timeZone;
  }

  /** The number of the newest change. */
  get change(): number {
    return this.#change;
  }

  /** Milliseconds of the newest change. */
  get updated(): number {
    return this.#updated;
  }

  get size(): number {
    return this.#events.size;
  }

  find(id: string): StoredEvent | undefined {
    return this.#events.get(id);
  }

  /** The event or series of an iCalUID, never an instance. */
  findByUid(iCalUID: string): StoredEvent | undefined {
    return this.#events.get(this.#idsByUid.get(iCalUID) ?? "");
  }

  /** Every event in a stable order, cancelled ones too. */
  all(): IterableIterator<StoredEvent> {
    return this.#events.values();
  }

  /** The stored exceptions of a series, cancelled ones too. */
  exceptionsOf(masterId: string): StoredEvent[] {
    const found: StoredEvent[] = [];
    for (const id of this.#exceptions.get(masterId) ?? []) {
      const event = this.#events.get(id);
      if (event) found.push(event);
    }
    return found;
  }

  /**
   * Stores a new state of an event and notes it in the history.
   * @param options.keepUpdated the change is one that does not move `updated`
   * @param options.micros the stamp of another event changed together with this one
   */
  put(
    id: string,
    fields: EventFields,
    options: { readonly keepUpdated?: boolean; readonly micros?: number; readonly updated?: number } = {},
  ): StoredEvent {
    const micros = options.micros ?? this.stamps.next();
    const before = this.#events.get(id);
    const updated = options.updated ?? (options.keepUpdated && before ? before.updated : Math.floor(micros / 1000));
    this.#change += 1;
    this.#updated = Math.floor(micros / 1000);
    const event: StoredEvent = { id, micros, updated, change: this.#change, fields };
    this.#keep(event);
    this.#history.push(event);
    if (this.#history.length > 2 * this.#events.size + 1000) this.#forgetOvertaken();
    this.onChange();
    return event;
  }

  /** Notes an event as changed without changing what it says. */
  touch(event: StoredEvent, micros?: number): StoredEvent {
    return this.put(event.id, event.fields, micros === undefined ? {} : { micros });
  }

  /** Forgets an event without a trace: exceptions of a deleted or reshaped series go so. */
  drop(event: StoredEvent): void {
    this.#events.delete(event.id);
    if (event.fields.recurringEventId) this.#exceptions.get(event.fields.recurringEventId)?.delete(event.id);
    this.onChange();
  }

  /** The newest state of everything changed after the given number, oldest change first. */
  changedSince(change: number): StoredEvent[] {
    let low = 0;
    let high = this.#history.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#history[middle]?.change ?? 0) <= change) low = middle + 1;
      else high = middle;
    }
    const changed: StoredEvent[] = [];
    for (let index = low; index < this.#history.length; index++) {
      const event = this.#history[index];
      if (event && this.#events.get(event.id) === event) changed.push(event);
    }
    return changed;
  }

  toState(): CalendarState {
    return {
      properties: { ...this.properties },
      change: this.#change,
      updated: this.#updated,
      events: [...this.#events.values()],
    };
  }

  restore(state: CalendarState): void {
    for (const event of state.events) this.#keep(event);
    this.#history = [...state.events].sort((one, other) => one.change - other.change);
    this.#change = state.change;
    this.#updated = state.updated;
  }

  #keep(event: StoredEvent): void {
    this.#events.set(event.id, event);
    const masterId = event.fields.recurringEventId;
    if (!masterId) {
      this.#idsByUid.set(event.fields.iCalUID, event.id);
      return;
    }
    const exceptions = this.#exceptions.get(masterId) ?? new Set();
    this.#exceptions.set(masterId, exceptions.add(event.id));
  }

  #forgetOvertaken(): void {
    this.#history = this.#history.filter((event) => this.#events.get(event.id) === event);
  }
}
