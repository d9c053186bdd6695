import { UnitOfWork } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { LiveEvents } from "../live-events/index.js";
import { ConflictChecker } from "../scheduling/index.js";
import { RecordNotFoundError, SessionStore } from "../studio-data/index.js";
import type { Session, SessionFields, SessionStatus, StoredEventLine } from "../studio-data/index.js";
import { refusalOf } from "./booking-answer.js";
import type { BookingAnswer } from "./booking-answer.js";
import { BookingRules } from "./booking-rules.js";
import type { TypedWhen } from "./booking-rules.js";
import { ImpossibleBookingError } from "./errors.js";

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
}

/** An event line of a session with advanced scheduling, as its screen shows it. */
export interface ShownLine extends TypedWhen {
  readonly id: number;
  readonly entryId: string;
  readonly description: string;
  readonly userId: UserId | undefined;
  readonly isPrimary: boolean;
}

/** A session as its screen shows it. */
export interface ShownSession extends TypedSession {
  readonly id: number;
  readonly version: string;
  readonly clientName: string;
  /** Empty without advanced scheduling. */
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
  ) {}

  /** @throws RecordNotFoundError @throws ClearanceMissingError */
  async open(id: number, viewer: UserId): Promise<ShownSession> {
    const session = await this.#find(id);
    const visible = session.hasAdvancedScheduling ? session.lines.filter(({ isVisible }) => isVisible) : [];
    const concerned = [...usersOf(session), ...visible.flatMap(({ userId }) => userId ?? [])];
    await this.rules.mayView("Sessions", concerned, viewer);
    const { when, entryId: _entryId, hasAdvancedScheduling: _has, bookedBy: _by, isDeleted: _gone, ...shown } = session;
    return {
      ...shown,
      ...when,
      clientName: await this.rules.clientName(session.clientId),
      lines: visible.map(shownLine),
    };
  }

  /** @throws ImpossibleBookingError */
  async create(typed: TypedSession, viewer: UserId, anyway: boolean): Promise<BookingAnswer> {
    const fields = { ...(await this.#fieldsOf(typed)), bookedBy: viewer };
    const booking = { whens: [fields.when], userIds: usersOf(fields) };
    const refusal = await this.#refusal(fields, booking, anyway, viewer);
    if (refusal !== undefined) return refusal;
    const [id = Number.NaN] = await this.unitOfWork.run((transaction) =>
      this.sessions.createMany([fields], transaction),
    );
    return this.#saved(id);
  }

  /** @throws StaleRecordError when it has changed since it was opened (G9) */
  async save(id: number, version: string, typed: TypedSession, viewer: UserId, anyway: boolean) {
    const before = await this.#find(id);
    const fields = { ...(await this.#fieldsOf(typed)), bookedBy: before.bookedBy };
    const isElsewhere =
      JSON.stringify([before.when, usersOf(before)]) !== JSON.stringify([fields.when, usersOf(fields)]);
    const record = { kind: "session", id } as const;
    const booking = { whens: isElsewhere ? [fields.when] : [], userIds: usersOf(fields), record };
    const refusal = await this.#refusal(fields, booking, anyway, viewer);
    if (refusal !== undefined) return refusal;
    await this.unitOfWork.run((transaction) => this.sessions.save(id, version, fields, transaction));
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
    const moved = session.lines.find((line) => line.id === lineId);
    if (moved === undefined) throw new RecordNotFoundError("event line", lineId);
    const when = this.rules.whenOf(typed);
    const userIds = moved.userId === undefined ? [] : [moved.userId];
    const booking = { whens: [when], userIds, record: { kind: "session", id } as const };
    const refusal = await this.#refusal(session, booking, anyway, viewer);
    if (refusal !== undefined) return refusal;
    const lines = session.lines.map((line) => (line.id === lineId ? { ...line, when } : line));
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
    if (usersOf(typed).length === 0) {
      throw new ImpossibleBookingError("photographerId", "Choose who photographs or assists.");
    }
    await this.rules.areKnown({ ...typed, userIds: usersOf(typed) });
    return { ...rest, when: this.rules.whenOf({ start, end, isAllDay }) };
  }

  async #refusal(
    { status }: Pick<SessionFields, "status">,
    booking: Parameters<ConflictChecker["check"]>[0],
    anyway: boolean,
    viewer: UserId,
  ): Promise<BookingAnswer | undefined> {
    if (status === "cancelled") return undefined;
    return refusalOf(await this.conflicts.check(booking), anyway, viewer);
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

function usersOf({ photographerId, assistantId }: Pick<SessionFields, "photographerId" | "assistantId">): UserId[] {
  return [...new Set([photographerId, assistantId].filter((id) => id !== undefined))];
}

function shownLine({ id, entryId, when, description, userId, isPrimary }: StoredEventLine): ShownLine {
  return { id, entryId, ...when, description, userId, isPrimary };
}
