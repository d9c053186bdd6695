/**
 * The mistakes that `npm run mutate -- planted` plants: in each file of the compiled program `from`, which must be
 * there once, becomes `to`. `tests` names what must notice, where it is not the random histories.
 */
const job = "src/google-sync/job";

export const plantedMistakes = [
  {
    name: "a token is saved before what it stands for",
    edits: [
      {
        file: `${job}/read-google.ts`,
        from: "changed += await unitOfWork.run(",
        to: `if (isComplete && listing === undefined)
            await unitOfWork.run((transaction) => links.changeStream(stream.id, { syncToken: nextSyncToken }, transaction));
        changed += await unitOfWork.run(`,
      },
    ],
  },
  {
    name: "an echo: what was written is not remembered as agreed",
    edits: [
      {
        file: `${job}/store-answers.ts`,
        from: `state: "linked",
        agreed,`,
        to: `state: "linked",
        ...(action.kind === "change" ? {} : { agreed }),`,
      },
    ],
  },
  {
    name: "an echo: our own new event counts as somebody's",
    edits: [
      {
        file: "src/google-sync/calendar/event-id.ts",
        from: "return isOurEventId(eventId, owner) ? owner : undefined;",
        to: "return undefined;",
      },
    ],
  },
  {
    name: "a failed read of a missing event deletes",
    edits: [{ file: `${job}/read-google.ts`, from: "unconfirmed += 1;", to: "gone.push(id);" }],
  },
  {
    name: "a failed read after a refused write deletes",
    edits: [
      {
        file: `${job}/resolve-by-reading.ts`,
        from: `context.report.leaveOver(1, { code: error.code, text: failureText(error) });`,
        to: `await rememberFound(task, { kind: "not-found" }, context);`,
      },
    ],
  },
  {
    name: "a refused read counts as not found",
    edits: [
      {
        file: "src/google-sync/google/calendar/google-calendar-api.ts",
        from: `return kind === "not-found" || kind === "already-deleted"`,
        to: `return kind !== "done"`,
      },
    ],
  },
  {
    name: "the earlier change wins",
    edits: [
      {
        file: "src/google-sync/engine/merge.ts",
        from: `>= tieMilliseconds ? "google" : "studio"`,
        to: `>= tieMilliseconds ? "studio" : "google"`,
      },
    ],
  },
  {
    name: "a tie goes to Google",
    edits: [
      {
        file: "src/google-sync/engine/merge.ts",
        from: `>= tieMilliseconds ? "google" : "studio"`,
        to: `>= -tieMilliseconds ? "google" : "studio"`,
      },
    ],
  },
  {
    name: "the generation is not raised",
    edits: [
      { file: `${job}/google-task.ts`, from: "? generation + 1 : generation;", to: "? generation : generation;" },
      {
        file: `${job}/resolve-by-reading.ts`,
        from: "return taskOf(task.planned, task.generation + 1, context);",
        to: "return undefined;",
      },
    ],
  },
  {
    name: "a repeated insert makes a second event",
    edits: [
      {
        file: "src/google-sync/google/calendar/event-calls.ts",
        from: "{ id: write.event.id, ...bodyOf(write.event, newTime) }",
        to: "bodyOf(write.event, newTime)",
      },
      {
        file: "src/google-sync/google/calendar/google-calendar-api.ts",
        from: "if (event.id !== subject)",
        to: `if (event.id !== subject && call.operation !== "insert")`,
      },
      {
        file: "src/google-sync/google/calendar/google-calendar-api.ts",
        from: "function reading({ subject }, body, then) {",
        to: "function reading(call, body, then) { const { subject } = call;",
      },
    ],
  },
  {
    name: "an insert planned again makes a second event",
    edits: [
      {
        file: `${job}/google-task.ts`,
        from: "const id = eventIdOf(owner, context.stream.calendarId, next);",
        to: "const id = eventIdOf(owner, `${context.stream.calendarId}${context.runId}`, next);",
      },
      {
        file: "src/google-sync/calendar/event-id.ts",
        from: "return isOurEventId(eventId, owner) ? owner : undefined;",
        to: "return undefined;",
      },
    ],
  },
  {
    name: "the guard counts too few deletions",
    edits: [
      {
        file: "src/google-sync/engine/guards.ts",
        from: "const all = countRepeatsOnce(counted, itemOf);",
        to: "const all = Math.floor(countRepeatsOnce(counted, itemOf) / 2);",
      },
      {
        file: "src/google-sync/engine/guards.ts",
        from: "const toCome = countRepeatsOnce(",
        to: "const toCome = 0.5 * countRepeatsOnce(",
      },
    ],
  },
  {
    name: "the guard counts too many deletions",
    edits: [
      {
        file: "src/google-sync/engine/guards.ts",
        from: "const all = countRepeatsOnce(counted, itemOf);",
        to: "const all = 2 * countRepeatsOnce(counted, itemOf);",
      },
    ],
  },
  {
    name: "the guard does not count moves",
    edits: [
      {
        file: "src/google-sync/engine/guards.ts",
        from: "if (count < limits.moves ||",
        to: "if (count < 2 * limits.moves ||",
      },
    ],
  },
  {
    name: "a change without clearance comes in",
    edits: [
      {
        file: "src/google-sync/calendar/calendar-rules.ts",
        from: `return clearance.mayChange ? "both" : "studio-rules";`,
        to: `return "both";`,
      },
    ],
  },
  {
    name: "somebody else's private entry goes to Google",
    edits: [{ file: `${job}/gather.ts`, from: "!isHiddenFromUser && (", to: "(" }],
  },
  {
    // Only a handful of histories would have a warning about a private event.
    name: "a private entry is named in a report",
    tests: "test/scenarios/c08-*",
    edits: [
      {
        file: "src/google-sync/reports/item-name.ts",
        from: "if (isPrivate)",
        to: "if (isPrivate && title === undefined)",
      },
    ],
  },
  {
    name: "the words shown for a private entry are sent to Google",
    edits: [
      {
        file: "src/google-sync/calendar/calendar-fields.ts",
        from: ": entry.description.trim(),",
        to: `: entry.isPrivate ? "Private appointment" : entry.description.trim(),`,
      },
    ],
  },
  {
    // Few histories make an event anew of a private entry.
    name: "the words shown for a private entry are sent with a new event",
    tests: "test/scenarios/c08-*",
    edits: [
      {
        file: "src/google-sync/calendar/entry-writes.ts",
        from: "export function fieldsWrittenToGoogle({ title, when, location, notes }) {",
        to: `export function fieldsWrittenToGoogle({ title, when, location, notes, private: isPrivate }) {
    if (isPrivate === "yes") title = "Private appointment";`,
      },
    ],
  },
  {
    // An undo belongs to other histories (trust.test.ts), which do not edit one field and look at the others.
    name: "what an undo set back in the studio is not agreed on",
    tests: "test/scenarios/r2-undo",
    edits: [
      {
        file: "src/google-sync/undo/put-back-in-studio.ts",
        from: `agreed: agreedAfter(link.agreed, "studio", fields),`,
        to: "",
      },
    ],
  },
  {
    name: "what an undo set back in Google is not agreed on",
    tests: "test/scenarios/r2-undo",
    edits: [
      {
        file: "src/google-sync/undo/put-back-in-google.ts",
        from: `{ agreed: agreedAfter(link.agreed, "google", step.fields) }`,
        to: "{}",
      },
    ],
  },
  {
    // No history holds what cannot be compared.
    name: "an item that cannot be compared is named, and not remembered as tried",
    tests: "test/hostile/studio-rows",
    edits: [
      {
        file: `${job}/broken-item.ts`,
        from: `await recordFailure(item, "not-comparable", text, context);`,
        to: `report.failItem({ code: "not-comparable", message: text, isParked: false, item: nameOf(item) });`,
      },
    ],
  },
  {
    // What a preview of a random history holds is mostly asked about item by item.
    name: "a preview has no lines for what is held",
    tests: "test/scenarios/g1-preview",
    edits: [
      {
        file: `${job}/plan-lines.ts`,
        from: "...calendar.waiting.flatMap(",
        to: "...[].flatMap(",
      },
    ],
  },
  {
    // No history has a record the studio refuses.
    name: "Google's half is written although the studio's half failed",
    tests: "test/scenarios/g3-*",
    edits: [
      {
        file: `${job}/calendar-run.ts`,
        from: "!planAgain.has(pair.key) && !failed.has(pair.key)",
        to: "!planAgain.has(pair.key)",
      },
    ],
  },
  {
    // Two people's Google would have to differ about one record, and the studio be the last.
    name: "a change that came from Google makes a later one of the studio older",
    tests: "test/scenarios/c15-*",
    edits: [
      {
        file: "src/google-sync/engine/merge.ts",
        from: "studioChangedAt !== undefined && studioChangedAt >= googleUpdatedAt",
        to: "studioChangedAt === googleUpdatedAt",
      },
    ],
  },
  {
    name: "another calendar has the links of the one before",
    edits: [
      {
        file: "src/google-sync/links/knex-link-store.ts",
        from: ".where({ user_id: userId, account_sub: accountSub, calendar_id: calendarId })",
        to: ".where({ user_id: userId, account_sub: accountSub })",
      },
    ],
  },
];
