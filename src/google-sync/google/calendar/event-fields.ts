/**
 * Exactly what `readEvent` reads. Guests come without names or addresses: only whether there
 * are any, and the owner's own answer.
 */
export const eventFields = [
  "id",
  "status",
  "etag",
  "updated",
  "summary",
  "description",
  "location",
  "start",
  "end",
  "transparency",
  "visibility",
  "eventType",
  "recurrence",
  "recurringEventId",
  "attendees(self,responseStatus,resource)",
  "attendeesOmitted",
  "organizer/self",
  "creator/self",
  "guestsCanModify",
  "locked",
  "extendedProperties/private",
  "htmlLink",
].join(",");

/** One constant mask: a sync token asks for the same parameters every time (google.md 2.3). */
export const eventPageFields = `nextPageToken,nextSyncToken,timeZone,accessRole,summary,items(${eventFields})`;

export const calendarListFields = "nextPageToken,items(id,summary,summaryOverride,timeZone,accessRole,primary)";
