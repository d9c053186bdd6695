/** What people book and change on the calendar by hand. */
export { AppointmentBookings } from "./appointment-bookings.js";
export type { ShownAppointment, TypedAppointment } from "./appointment-bookings.js";
export type { BookingAnswer } from "./booking-answer.js";
export { BookingRules } from "./booking-rules.js";
export { SessionBookings } from "./session-bookings.js";
export type { TypedLine } from "./event-lines.js";
export type { ShownSession, TypedSession } from "./session-bookings.js";
