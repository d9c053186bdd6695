import { UnitOfWork } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { LiveEvents } from "../live-events/index.js";
import { ConflictChecker } from "../scheduling/index.js";
import { AppointmentStore, RecordNotFoundError } from "../studio-data/index.js";
import type { Appointment, AppointmentFields, AppointmentStatus, SessionOfAppointment } from "../studio-data/index.js";
import { refusalOf } from "./booking-answer.js";
import type { BookingAnswer } from "./booking-answer.js";
import { BookingRules } from "./booking-rules.js";
import type { TypedWhen } from "./booking-rules.js";
import { ImpossibleBookingError, PrivateEntryError } from "./errors.js";
import { newOccupations, occupationsOfAppointment } from "./occupations.js";
import { occurrencesOf, ruleText } from "./repeat-rule.js";
import type { RepeatRule } from "./repeat-rule.js";

/** An appointment as its screen sends it. */
export interface TypedAppointment extends TypedWhen {
  readonly description: string;
  readonly location: string;
  readonly notes: string;
  readonly status: AppointmentStatus;
  readonly clientId: number | undefined;
  readonly isPrivate: boolean;
  readonly isFree: boolean;
  readonly userIds: readonly UserId[];
  readonly resourceIds: readonly number[];
}

/** An appointment as its screen shows it. */
export interface ShownAppointment extends TypedAppointment {
  readonly id: number;
  readonly version: string;
  readonly clientName: string;
  readonly origin: Appointment["origin"];
  readonly isRepeated: boolean;
  /** Private to somebody else: nothing but the time is told, and nothing may be changed (C8). */
  readonly isHidden: boolean;
}

/** Appointments booked and changed by hand. Who may write at all is the route's to check. */
@injectable()
export class AppointmentBookings {
  constructor(
    @inject(AppointmentStore) private readonly appointments: AppointmentStore,
    @inject(BookingRules) private readonly rules: BookingRules,
    @inject(ConflictChecker) private readonly conflicts: ConflictChecker,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @inject(LiveEvents) private readonly liveEvents: LiveEvents,
  ) {}

  /** @throws RecordNotFoundError @throws ClearanceMissingError */
  async open(id: number, viewer: UserId): Promise<ShownAppointment> {
    const appointment = await this.#find(id);
    await this.rules.mayView("Appointments", appointment.userIds, viewer);
    const { version, when, clientId, userIds, resourceIds, status, isFree, origin } = appointment;
    const isHidden = isPrivateTo(appointment, viewer);
    return {
      id,
      version,
      ...when,
      description: isHidden ? "Private appointment" : appointment.description,
      location: isHidden ? "" : appointment.location,
      notes: isHidden ? "" : appointment.notes,
      status,
      clientId: isHidden ? undefined : clientId,
      clientName: isHidden ? "" : await this.rules.clientName(clientId),
      isPrivate: appointment.privateOwner !== undefined,
      isFree,
      userIds,
      resourceIds,
      origin,
      isRepeated: appointment.repeatId !== undefined,
      isHidden,
    };
  }

  /** A repeat becomes its occurrences, each an appointment of its own (C18). @throws ImpossibleBookingError */
  async create(
    typed: TypedAppointment,
    viewer: UserId,
    { anyway, repeat }: { readonly anyway: boolean; readonly repeat?: RepeatRule },
  ): Promise<BookingAnswer> {
    const fields = { ...(await this.#fieldsOf(typed, viewer)), bookedBy: viewer };
    const whens = repeat === undefined ? [fields.when] : occurrencesOf(fields.when, repeat);
    const verdict = await this.conflicts.check({ occupations: occupationsOfAppointment(fields, whens) });
    const refusal = refusalOf(verdict, anyway, viewer);
    if (refusal !== undefined) return refusal;
    const occurrences = whens.map((when) => ({ ...fields, when }));
    const [id = Number.NaN] = await this.unitOfWork.run((transaction) =>
      repeat === undefined
        ? this.appointments.createMany(occurrences, transaction)
        : this.appointments.createRepeat(ruleText(repeat), occurrences, transaction),
    );
    return this.#saved(id);
  }

  /** @throws StaleRecordError when it has changed since it was opened (G9) @throws PrivateEntryError */
  async save(
    id: number,
    version: string,
    typed: TypedAppointment,
    viewer: UserId,
    anyway: boolean,
  ): Promise<BookingAnswer> {
    const before = await this.#changeable(id, viewer);
    const fields = await this.#fieldsOf(typed, viewer, before);
    const occupations = newOccupations(
      occupationsOfAppointment(before, [before.when]),
      occupationsOfAppointment(fields, [fields.when]),
    );
    const verdict = await this.conflicts.check({ occupations, record: { kind: "appointment", id } });
    const refusal = refusalOf(verdict, anyway, viewer);
    if (refusal !== undefined) return refusal;
    await this.unitOfWork.run((transaction) => this.appointments.save(id, version, fields, transaction));
    return this.#saved(id);
  }

  /** @throws StaleRecordError @throws PrivateEntryError */
  async remove(id: number, version: string, viewer: UserId): Promise<void> {
    await this.#changeable(id, viewer);
    await this.unitOfWork.run((transaction) => this.appointments.remove(id, version, transaction));
    this.liveEvents.publish({ kind: "calendar-changed" });
  }

  /** "Linkage": the same entry goes on as a session (C5); returns the session's id. @throws StaleRecordError */
  async convert(id: number, version: string, session: SessionOfAppointment, viewer: UserId): Promise<number> {
    const { resourceIds } = await this.#changeable(id, viewer);
    const userIds = [session.photographerId, session.assistantId].filter((one) => one !== undefined);
    if (userIds.length === 0) throw new ImpossibleBookingError("photographerId", "Choose who photographs or assists.");
    await this.rules.areKnown({ userIds, resourceIds, clientId: session.clientId });
    const sessionId = await this.unitOfWork.run((transaction) =>
      this.appointments.convertToSession(id, version, session, transaction),
    );
    this.liveEvents.publish({ kind: "calendar-changed" });
    return sessionId;
  }

  async #fieldsOf(typed: TypedAppointment, viewer: UserId, before?: Appointment): Promise<AppointmentFields> {
    const { start, end, isAllDay, isPrivate, ...rest } = typed;
    if (typed.userIds.length === 0) throw new ImpossibleBookingError("userIds", "Choose whose appointment it is.");
    await this.rules.areKnown(typed);
    const privateOwner = isPrivate ? (before?.privateOwner ?? viewer) : undefined;
    if (privateOwner !== undefined && !typed.userIds.includes(privateOwner)) {
      throw new ImpossibleBookingError("isPrivate", "A private appointment is on its owner's schedule.");
    }
    const when = this.rules.whenOf({ start, end, isAllDay });
    return { ...rest, when, bookedBy: before?.bookedBy, privateOwner };
  }

  #saved(id: number): BookingAnswer {
    this.liveEvents.publish({ kind: "calendar-changed" });
    return { kind: "saved", id };
  }

  async #changeable(id: number, viewer: UserId): Promise<Appointment> {
    const appointment = await this.#find(id);
    if (isPrivateTo(appointment, viewer)) throw new PrivateEntryError();
    return appointment;
  }

  async #find(id: number): Promise<Appointment> {
    const appointment = await this.appointments.findById(id);
    const isGone = appointment?.isDeleted === true || appointment?.convertedToSessionId !== undefined;
    if (appointment === undefined || isGone) throw new RecordNotFoundError("appointment", id);
    return appointment;
  }
}

function isPrivateTo({ privateOwner }: Appointment, viewer: UserId): boolean {
  return privateOwner !== undefined && privateOwner !== viewer;
}
