/** One run of one user, and the job over all of them. */
export { AnswerQuestion, AnswerRefusedError } from "./answer-question.js";
export { CalendarAccess } from "./calendar-access.js";
export type { NotOpened, OpenCalendar } from "./calendar-access.js";
export { titleSettingsOf } from "./calendar-run.js";
export { CalendarVisits, VisitRefusedError } from "./calendar-visit.js";
export { failureText } from "../reports/index.js";
export { confirmationOf, readConfirmation } from "./confirmation.js";
export { confirmedText, groupTexts } from "./preview-text.js";
export { GoogleSyncProcessor } from "./google-sync-processor.js";
export { RunServices } from "./run-context.js";
export type { RunContext } from "./run-context.js";
export { UserSync } from "./user-sync.js";
export type { UserRun } from "./user-run.js";
export type { UserRunResult } from "./user-sync.js";
export { AccountCalendarAccess } from "./account-calendar-access.js";
export { eventsToRemove, removeEvents } from "./remove-events.js";
export { whatToDoAbout } from "./what-to-do-about.js";
export { isSameZone } from "./zone-change.js";
