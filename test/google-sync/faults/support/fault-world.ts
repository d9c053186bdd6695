import type { Disposable } from "../../../../src/base/disposable.js";
import { AccountStates, KnexAccountStore } from "../../../../src/google-sync/account/index.js";
import type { AccountState } from "../../../../src/google-sync/account/index.js";
import { googleSyncMigrations } from "../../../../src/google-sync/migrations.js";
import type { RunReport } from "../../../../src/google-sync/reports/index.js";
import type { Fault } from "../../../../src/local-google/index.js";
import { entriesOf, eventTitled, eventsOf } from "../../../support/both-sides.js";
import { anAppointment } from "../../../support/studio.js";
import type { MadeRecord } from "../../../support/studio.js";
import { SyncBench } from "../../../support/sync-bench.js";
import type { BenchPerson } from "../../../support/sync-bench.js";
import type { Place } from "./refusals.js";

/** Tokens of these tests are nobody's: nothing needs protecting. */
const openSecrets = { protect: (text: string) => text, reveal: (text: string) => text };

const operations: Readonly<Record<Place, string>> = {
  token: "oauth.token",
  list: "calendar.events.list",
  "list-changes": "calendar.events.list",
  batch: "batch",
  get: "calendar.events.get",
  insert: "calendar.events.insert",
  patch: "calendar.events.patch",
  delete: "calendar.events.delete",
};

/** A user in step with Google, and what is on its way when the fault strikes. */
export interface Prepared {
  readonly person: BenchPerson;
  readonly place: Place;
  /** What each side holds once everything has arrived. */
  readonly wanted: readonly string[];
}

/** What a run with a fault left behind. */
export interface Aftermath {
  readonly report: RunReport;
  readonly state: AccountState | undefined;
  /** Whose notifications tell of it. */
  readonly told: readonly string[];
}

/** A bench whose accounts are kept as in production, for runs that Google refuses. */
export class FaultWorld {
  private constructor(
    readonly bench: SyncBench,
    readonly accounts: KnexAccountStore,
    readonly states: AccountStates,
  ) {}

  static async open(options: Parameters<typeof SyncBench.open>[0] = {}): Promise<FaultWorld> {
    const bench = await SyncBench.open(options);
    const database = bench.studio.pluginDatabase();
    await database.migrate(googleSyncMigrations);
    const accounts = new KnexAccountStore(database, openSecrets);
    const { notifications } = bench.services();
    const states = new AccountStates(accounts, notifications, bench.studio.users, bench.clock);
    return new FaultWorld(bench, accounts, states);
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  /** Two linked appointments; then a new one on each side, and what the place is about. */
  async prepare(place: Place): Promise<Prepared> {
    const { bench } = this;
    const person = await this.#connected();
    await this.appointment(person, "Desk", "2026-04-01T10:00:00");
    const lab = await this.appointment(person, "Lab", "2026-04-02T10:00:00");
    await bench.run(person);
    const wanted = new Map([
      ["Desk", "2026-04-01T10:00 Desk"],
      ["Lab", "2026-04-02T10:00 Lab"],
      ["Dentist", "2026-04-03T10:00 Dentist"],
      ["Fresh", "2026-04-04T10:00 Fresh"],
    ]);
    await this.appointment(person, "Fresh", "2026-04-04T10:00:00");
    person.google.create({
      summary: "Dentist",
      start: { dateTime: "2026-04-03T10:00:00" },
      end: { dateTime: "2026-04-03T11:00:00" },
    });
    if (place === "list" || place === "get") await bench.loseSyncToken(person);
    if (place === "get") {
      person.google.delete(eventTitled(person, "Desk").id);
      wanted.delete("Desk");
    }
    if (place === "patch") {
      await bench.edit("appointments", lab.id, { description: "Laboratory" });
      wanted.set("Lab", "2026-04-02T10:00 Laboratory");
    }
    if (place === "delete") {
      await bench.edit("appointments", lab.id, { deleted_at: bench.clock.now().toISOString() });
      wanted.delete("Lab");
    }
    return { person, place, wanted: [...wanted.values()] };
  }

  /** The fault strikes at the place until it is disposed of. */
  strike(
    { person, place }: Prepared,
    fault: Fault,
    limits: { readonly times?: number; readonly when?: "before" | "after" } = {},
  ): Disposable {
    const { faults } = this.bench.google;
    if (place !== "token")
      return faults.add({ match: { operation: operations[place], account: person.email }, fault, ...limits });
    // Google asks for a fresh token, and does not give one.
    faults.add({
      match: { operation: operations.list, account: person.email },
      fault: { kind: "error", error: "authError" },
    });
    return faults.add({ match: { operation: operations.token }, fault, ...limits });
  }

  /** A run, and what the account room makes of what it heard. */
  async run(person: BenchPerson): Promise<Aftermath> {
    const { bench } = this;
    const before = bench.notifications.length;
    const report = await bench.run(person);
    await this.states.heard(person.id, bench.heard.get(person.id));
    const account = await this.accounts.find(person.id);
    return {
      report,
      state: account?.state,
      told: bench.notifications.slice(before).map(({ audience }) => audience.kind),
    };
  }

  async sides(
    person: BenchPerson,
  ): Promise<{ readonly google: readonly string[]; readonly studio: readonly string[] }> {
    return { google: eventsOf(person), studio: await entriesOf(this.bench, person) };
  }

  appointment(person: BenchPerson, description: string, start: string): Promise<MadeRecord> {
    const end = start.replace("T10", "T11");
    return anAppointment(this.bench.studio, { users: [person.id], description, start, end });
  }

  async #connected(): Promise<BenchPerson> {
    const { bench } = this;
    const person = await bench.person({ populateGoogle: true, sendAppointments: true });
    await this.accounts.keepConsent(
      {
        userId: person.id,
        sub: bench.google.accounts.get(person.email).sub,
        email: person.email,
        permissions: { calendar: true, calendarList: true, contacts: true },
        tokens: { refreshToken: "refresh", accessToken: undefined, accessTokenExpiresAt: undefined },
      },
      bench.clock.now(),
    );
    return person;
  }
}
