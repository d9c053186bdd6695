import { UnitOfWork } from "../../api/index.js";
import type { Transaction, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { LiveEvents } from "../live-events/index.js";
import { StoredPreferences } from "../preferences/index.js";
import { ConflictChecker, schedulingSettings } from "../scheduling/index.js";
import type { Occupation } from "../scheduling/index.js";
import { RecordNotFoundError, SessionStore } from "../studio-data/index.js";
import type { EventLine, Session, SessionFields, SessionStatus, StoredEventLine } from "../studio-data/index.js";
import { refusalOf } from "./booking-answer.js";
import type { BookingAnswer } from "./booking-answer.js";
import { BookingRules } from "./booking-rules.js";
import type { TypedWhen } from "./booking-rules.js";
import { ImpossibleBookingError } from "./errors.js";
import { linesToStore, movedLines, shownLines } from "./event-lines.js";
import type { ShownLine, TypedLine } from "./event-lines.js";
import { newOccupations, occupationsOfSession, seatsOf } from "./occupations.js";

/** A session as its screen sends it. */
export interface TypedSession extends TypedWhen {
  readonly clientId: number;
  readonly sessionType: string;
  readonly description: string;
  readonly location: string;
  readonly notes: string;
  readonly status: SessionStatus;
  readonly isConfirmed: boolean;
  readonly photographerId: UserId | undefined;
  readonly assistantId: UserId | undefined;
  readonly resourceIds: readonly number[];
  readonly hasAdvancedScheduling: boolean;
  /** All of them; not looked at without advanced scheduling: those there are then stay for the next time. */
  readonly lines: readonly TypedLine[];
}

/** A session as its screen shows it. */
export interface ShownSession extends Omit<TypedSession, "lines"> {
  readonly id: number;
  readonly version: string;
  readonly clientName: string;
  readonly lines: readonly ShownLine[];
}

/** Sessions booked and changed by hand. Who may write at all is the route's to check. */
@injectable()
export class SessionBookings {
  constructor(
    @inject(SessionStore) private readonly sessions: SessionStore,
    @inject(BookingRules) private readonly rules: BookingRules,
    @inject(ConflictChecker) private readonly conflicts: ConflictChecker,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @inject(LiveEvents) private readonly liveEvents: LiveEvents,
    @inject(StoredPreferences) private readonly preferences: StoredPreferences,
  ) {}

  /** Whether sessions may be switched to advanced scheduling: the studio's setting. */
  async offersAdvancedScheduling(): Promise<boolean> {
    return (await schedulingSettings(this.preferences)).advancedScheduling;
  }

  /** @throws RecordNotFoundError @throws ClearanceMissingError */
  async open(id: number, viewer: UserId): Promise<ShownSession> {
    const session = await this.#find(id);
    const named = linesInForce(session).flatMap(({ isVisible, userId }) => (isVisible ? (userId ?? []) : []));
    await this.rules.mayView("Sessions", [...seatsOf(session), ...named], viewer);
    const { when, entryId: _entryId, bookedBy: _by, isDeleted: _gone, ...shown } = session;
    const clientName = await this.rules.clientName(session.clientId);
    return { ...shown, ...when, clientName, lines: shownLines(session) };
  }

  /** @throws ImpossibleBookingError */
  async create(typed: TypedSession, viewer: UserId, anyway: boolean): Promise<BookingAnswer> {
    const fields = { ...(await this.#fieldsOf(typed)), bookedBy: viewer };
    const lines = await this.#linesOf(typed, { ...fields, lines: [], hasAdvancedScheduling: false });
    const verdict = await this.conflicts.check({ occupations: occupationsOfSession(fields, lines) });
    const refusal = refusalOf(verdict, anyway, viewer);
    if (refusal !== undefined) return refusal;
    const id = await this.unitOfWork.run(async (transaction) => {
      const [made = Number.NaN] = await this.sessions.createMany([fields], transaction);
      const session = await this.sessions.findById(made, transaction);
      if (session !== undefined) await this.#schedule(session, typed, transaction);
      return made;
    });
    return this.#saved(id);
  }

  /** @throws StaleRecordError when it, or a line of it, has changed since it was opened (G9) @throws ImpossibleBookingError */
  async save(id: number, version: string, typed: TypedSession, viewer: UserId, anyway: boolean) {
    const before = await this.#find(id);
    const fields = { ...(await this.#fieldsOf(typed)), bookedBy: before.bookedBy };
    const lines = await this.#linesOf(typed, { ...before, ...fields });
    const refusal = await this.#refusal(before, occupationsOfSession(fields, lines), anyway, viewer);
    if (refusal !== undefined) return refusal;
    await this.unitOfWork.run(async (transaction) => {
      const saved = await this.sessions.save(id, version, fields, transaction);
      await this.#schedule(saved, typed, transaction);
    });
    return this.#saved(id);
  }

  /** Moves one event line; the primary one takes the session's date along. @throws StaleRecordError */
  async moveLine(
    id: number,
    version: string,
    lineId: number,
    typed: TypedWhen,
    { viewer, anyway }: { readonly viewer: UserId; readonly anyway: boolean },
  ): Promise<BookingAnswer> {
    const session = await this.#find(id);
    const moved = linesInForce(session).find((line) => line.id === lineId);
    if (moved === undefined) throw new RecordNotFoundError("event line", lineId);
    const when = this.rules.whenOf(typed);
    const lines = movedLines(session.lines, lineId, when);
    const after = { ...session, when: moved.isPrimary ? when : session.when };
    const refusal = await this.#refusal(session, occupationsOfSession(after, lines), anyway, viewer);
    if (refusal !== undefined) return refusal;
    await this.unitOfWork.run((transaction) => this.sessions.saveLines(id, version, lines, transaction));
    return this.#saved(id);
  }

  /** @throws StaleRecordError */
  async remove(id: number, version: string): Promise<void> {
    await this.#find(id);
    await this.unitOfWork.run((transaction) => this.sessions.remove(id, version, transaction));
    this.liveEvents.publish({ kind: "calendar-changed" });
  }

  async #fieldsOf(typed: TypedSession): Promise<Omit<SessionFields, "bookedBy">> {
    const { start, end, isAllDay, ...rest } = typed;
    const userIds = seatsOf(typed);
    if (userIds.length === 0) throw new ImpossibleBookingError("photographerId", "Choose who photographs or assists.");
    await this.rules.areKnown({ ...typed, userIds });
    return { ...rest, when: this.rules.whenOf({ start, end, isAllDay }) };
  }

  /** The lines that will count; none without advanced scheduling. @throws ImpossibleBookingError */
  async #linesOf(
    { hasAdvancedScheduling, lines }: TypedSession,
    session: Pick<Session, "description" | "when" | "lines" | "hasAdvancedScheduling">,
  ): Promise<readonly EventLine[]> {
    if (!hasAdvancedScheduling) return [];
    if (!session.hasAdvancedScheduling && !(await this.offersAdvancedScheduling())) {
      const where = "Company (Studio) Preferences > Scheduling";
      throw new ImpossibleBookingError("hasAdvancedScheduling", `The studio has advanced scheduling off (${where}).`);
    }
    const stored = linesToStore(lines, session, (when) => this.rules.whenOf(when));
    const userIds = stored.flatMap(({ userId }) => userId ?? []);
    const resourceIds = stored.flatMap(({ resourceId }) => resourceId ?? []);
    await this.rules.areKnown({ userIds, resourceIds, clientId: undefined });
    return stored;
  }

  /** Switches advanced scheduling as typed, which makes the primary line where there was none, and stores the lines. */
  async #schedule(saved: Session, typed: TypedSession, transaction: Transaction): Promise<void> {
    const isOn = typed.hasAdvancedScheduling;
    const session =
      isOn === saved.hasAdvancedScheduling
        ? saved
        : await this.sessions.setAdvancedScheduling(saved.id, saved.version, isOn, transaction);
    if (!isOn) return;
    const lines = linesToStore(typed.lines, session, (when) => this.rules.whenOf(when));
    await this.sessions.saveLines(session.id, session.version, lines, transaction);
  }

  async #refusal(
    before: Session,
    after: readonly Occupation[],
    anyway: boolean,
    viewer: UserId,
  ): Promise<BookingAnswer | undefined> {
    const occupations = newOccupations(occupationsOfSession(before, linesInForce(before)), after);
    const verdict = await this.conflicts.check({ occupations, record: { kind: "session", id: before.id } });
    return refusalOf(verdict, anyway, viewer);
  }

  #saved(id: number): BookingAnswer {
    this.liveEvents.publish({ kind: "calendar-changed" });
    return { kind: "saved", id };
  }

  async #find(id: number): Promise<Session> {
    const session = await this.sessions.findById(id);
    if (session === undefined || session.isDeleted) throw new RecordNotFoundError("session", id);
    return session;
  }
}

/** The lines that count: none while advanced scheduling is off. */
function linesInForce({ hasAdvancedScheduling, lines }: Session): readonly StoredEventLine[] {
  return hasAdvancedScheduling ? lines : [];
}
