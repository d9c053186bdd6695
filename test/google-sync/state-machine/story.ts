import { zoneName } from "../../../src/base/wall-time.js";
import type { ZoneName } from "../../../src/base/wall-time.js";
import type { UserRunResult } from "../../../src/google-sync/job/index.js";
import type { Stream } from "../../../src/google-sync/links/index.js";
import type { ShownEvent } from "../../../src/local-google/index.js";
import { MortalConnection } from "../../support/mortal-connection.js";
import { aClient } from "../../support/studio.js";
import { SyncBench } from "../../support/sync-bench.js";
import type { BenchPerson } from "../../support/sync-bench.js";
import { ChosenCalendars } from "./chosen-calendars.js";
import { Memory } from "./memory.js";
import type { AnyWhen, Box, Level, Stop, Who } from "./steps.js";
import { StopSwitch } from "./stop-switch.js";
import type { Disturbance } from "./stop-switch.js";
import { googleTimes } from "./whens.js";

/** A row of the studio with a token in its description, as any program sees it. */
export interface StudioRow {
  readonly table: "appointments" | "sessions" | "session_event_lines";
  readonly id: number;
  readonly token: string;
  /** Neither deleted nor cancelled. */
  readonly isLive: boolean;
}

/** Small, so that a few steps reach them (G1). */
export const guardLimits = { guardDeletions: 3, guardDeletionShare: 20, guardMoves: 3, guardMoveShare: 50 } as const;

/** Two people of one studio, their calendars in Google, and what a person would remember of what happened. */
export class Story {
  readonly memory = new Memory();
  /** What each person was asked about and somebody answered: the guards let it pass (G8). */
  readonly answered = new Set<string>();
  readonly calendars = new ChosenCalendars(this);
  hasChangedZone = false;
  readonly #denied = [new Set<Level>(), new Set<Level>()] as const;
  #tokens = 0;
  #edits = 0;

  private constructor(
    readonly bench: SyncBench,
    readonly people: [BenchPerson, BenchPerson],
    readonly clientId: number,
    private readonly process: MortalConnection,
  ) {}

  static async begin(boxes: readonly (readonly Box[])[]): Promise<Story> {
    const wrapped: MortalConnection[] = [];
    const bench = await SyncBench.open({}, (connection) => {
      const mortal = new MortalConnection(connection);
      wrapped.push(mortal);
      return mortal;
    });
    try {
      const [process] = wrapped;
      if (process === undefined) throw new Error("The studio was opened without a connection");
      Object.assign(bench.company, guardLimits);
      const off = { enabled: false };
      const settings = boxes.map((ticked) => ({ ...off, ...Object.fromEntries(ticked.map((box) => [box, true])) }));
      const people: [BenchPerson, BenchPerson] = [await bench.person(settings[0]), await bench.person(settings[1])];
      const { id } = await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" });
      return new Story(bench, people, id, process);
    } catch (error) {
      await bench.close();
      throw error;
    }
  }

  /** A name no other item has; it stays in the title through every edit. */
  newToken(): string {
    this.#tokens += 1;
    return `#${this.#tokens}`;
  }

  newText(): string {
    this.#edits += 1;
    return `v${this.#edits}`;
  }

  person(who: Who): BenchPerson {
    return this.people[who];
  }

  /** What this person may not do any more with appointments and sessions (X1). */
  deniedTo(who: Who): ReadonlySet<Level> {
    return this.#denied[who];
  }

  allow(who: Who, level: Level, isAllowed: boolean): void {
    const { bench } = this;
    const person = this.person(who);
    for (const area of ["Appointments", "Sessions"] as const) {
      if (isAllowed) bench.allow(person, area, level);
      else bench.deny(person, area, level);
    }
    if (isAllowed) this.#denied[who].delete(level);
    else this.#denied[who].add(level);
  }

  /** Whether changes made in this person's Google travel: switched on, with the Send box ticked (C23). */
  isTwoWay(who: Who): boolean {
    const { enabled, sendAppointments } = this.bench.settingsOf(this.person(who));
    return enabled === true && sendAppointments === true;
  }

  whoIs(userId: number): Who {
    return userId === this.people[0].id ? 0 : 1;
  }

  /** Every appointment that was not converted and every session, deleted ones too, in the order of their tokens. */
  async rows(): Promise<readonly StudioRow[]> {
    const db = this.bench.studio.connection.query();
    const found: StudioRow[] = [];
    for (const table of ["appointments", "sessions", "session_event_lines"] as const) {
      const query = db(table).select("id", "description", "deleted_at");
      // A line is what its session is, too; nothing here cancels the one without the other.
      void query.select(table === "session_event_lines" ? db.raw("'scheduled' as status") : "status");
      if (table === "appointments") void query.whereNull("converted_to_session_id");
      const rows: readonly RawRow[] = await query;
      found.push(
        ...rows.map(({ id, description, deleted_at, status }) => ({
          table,
          id,
          token: tokenOf(description) ?? "",
          isLive: deleted_at === null && status !== "cancelled",
        })),
      );
    }
    return found.toSorted((one, other) => numberOf(one.token) - numberOf(other.token) || one.id - other.id);
  }

  /** The events of a person's calendar that are there, in the order of their tokens. */
  events(who: Who): readonly ShownEvent[] {
    const events = this.person(who).google.list();
    return events.toSorted((one, other) => numberOf(tokenOfEvent(one) ?? "") - numberOf(tokenOfEvent(other) ?? ""));
  }

  /** Makes an event by hand, or as somebody else's whom it invites. */
  makeEvent(
    who: Who,
    summary: string,
    when: AnyWhen,
    { isInvitation, ...more }: Readonly<Record<string, unknown>>,
  ): ShownEvent {
    const { google } = this.person(who);
    const { start, end } = googleTimes(when, this.bench.zone);
    const event = { summary, start: withoutNulls(start), end: withoutNulls(end), ...more };
    return isInvitation === true
      ? google.receiveInvitation(event, { email: "organizer@example.test" }, "accepted")
      : google.create(event);
  }

  /** The stream of the calendar that is synced now. */
  async stream(who: Who): Promise<Stream | undefined> {
    const { id, google } = this.person(who);
    const streams = await this.bench.services().links.streamsOf(id);
    return streams.find(({ calendarId }) => calendarId === google.id);
  }

  /** The zone a person's times are meant in: the kept one, else the computer's (C22). */
  async zoneOf(who: Who): Promise<ZoneName> {
    return (await this.stream(who))?.keptZone ?? this.bench.zone;
  }

  changeZone(zone: string): void {
    this.hasChangedZone = true;
    this.bench.zone = zoneName(zone);
  }

  /** A run that may be stopped on its way; undefined when it was. */
  async run(
    who: Who,
    stop?: Stop,
    {
      isPreview = false,
      disturbance,
    }: { readonly isPreview?: boolean; readonly disturbance?: Disturbance | undefined } = {},
  ): Promise<UserRunResult | undefined> {
    const { bench } = this;
    const { id } = this.person(who);
    bench.clock.advance({ seconds: 20 });
    const user = await bench.studio.users.findById(id);
    if (user === undefined) throw new Error(`There is no user ${id}`);
    const stopSwitch = new StopSwitch(bench, this.process, stop, disturbance);
    try {
      const { signal } = stopSwitch;
      return await bench.userSync().run({ user, jobRunId: "story", zone: bench.zone, isPreview, signal });
    } catch (error) {
      if (!stopSwitch.isWhy(error)) throw error;
      return undefined;
    } finally {
      stopSwitch.remove();
      bench.clock.advance({ seconds: 20 });
    }
  }
}

interface RawRow {
  readonly id: number;
  readonly description: string;
  readonly deleted_at: string | null;
  readonly status: string;
}

export function tokenOf(text: string): string | undefined {
  return /#\d+/.exec(text)?.[0];
}

export function tokenOfEvent(event: ShownEvent): string | undefined {
  const { summary } = event;
  return typeof summary === "string" ? tokenOf(summary) : undefined;
}

function withoutNulls(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function numberOf(token: string): number {
  return Number(token.slice(1));
}
