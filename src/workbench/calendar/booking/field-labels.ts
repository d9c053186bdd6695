import type { AppointmentValues, SessionValues } from "../../api/booking-payloads.js";

/** What the fields of an appointment are called. */
export const appointmentLabels: Readonly<Record<keyof AppointmentValues, string>> = {
  start: "Start",
  end: "End",
  isAllDay: "All Day",
  description: "Description",
  location: "Location",
  notes: "Notes",
  status: "Status",
  clientId: "Client",
  isPrivate: "Private",
  isFree: "Show as Free",
  userIds: "Users",
  resourceIds: "Rooms and Resources",
};

/** What the fields of a session are called. */
export const sessionLabels: Readonly<Record<keyof SessionValues, string>> = {
  start: "Start",
  end: "End",
  isAllDay: "All Day",
  description: "Description",
  location: "Location",
  notes: "Notes",
  status: "Status",
  clientId: "Client",
  sessionType: "Session Type",
  isConfirmed: "Confirmed",
  photographerId: "Photographer",
  assistantId: "Assistant",
  resourceIds: "Rooms and Resources",
  hasAdvancedScheduling: "Advanced Scheduling",
  lines: "Event Lines",
};

/** The states of an appointment or a session in words. */
export const statusLabels: Readonly<Record<AppointmentValues["status"] | SessionValues["status"], string>> = {
  scheduled: "Scheduled",
  confirmed: "Confirmed",
  completed: "Completed",
  cancelled: "Cancelled",
};
