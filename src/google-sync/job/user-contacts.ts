import { previewContacts, syncContacts } from "../contact-run/index.js";
import type { ContactStart, PreviewedContacts } from "../contact-run/index.js";
import { GoogleError } from "../google/index.js";
import { failureText } from "../reports/index.js";
import { contactLimits } from "../settings/index.js";
import type { OpenCalendar } from "./calendar-access.js";
import type { RunContext } from "./run-context.js";

/** What became of the contacts in a run of a user. */
export interface ContactsToo {
  /** Nothing of them is left for the next run (W3). */
  readonly isComplete: boolean;
  /** What Google said about the account itself (A7). */
  readonly accountTrouble: GoogleError | undefined;
}

/**
 * Syncs the contacts after the calendar, whatever became of the calendar: neither stops the other (A4, G3). Where
 * the account itself is in trouble there is nothing to try.
 */
export async function syncContactsToo(
  context: RunContext,
  opened: OpenCalendar,
  calendarFailure: unknown,
  signal: AbortSignal,
): Promise<ContactsToo> {
  if (isAboutAccount(calendarFailure)) return { isComplete: false, accountTrouble: undefined };
  let isComplete = false;
  const failure = await failureOf(signal, async () => {
    ({ isComplete } = await syncContacts(await startOf(context, opened)));
  });
  if (failure === undefined) return { isComplete, accountTrouble: undefined };
  const code = failure instanceof GoogleError ? failure.code : "run-failed";
  context.report.fail(code, `The contacts were not synced: ${failureText(failure)}`);
  context.services.logger.error("Contacts were not synced", { userId: context.user.id, runId: context.runId, code });
  return { isComplete: false, accountTrouble: isAboutAccount(failure) ? failure : undefined };
}

/** What the next run would do about contacts (R3). */
export async function previewContactsToo(
  context: RunContext,
  opened: OpenCalendar,
): Promise<PreviewedContacts | undefined> {
  return previewContacts(await startOf(context, opened));
}

/** The plan for contacts in a sentence; none where contacts take no part. */
export function contactsPreviewText(plan: PreviewedContacts | undefined): readonly string[] {
  if (plan === undefined) return [];
  const { planned, held, unclear } = plan;
  const count = (kinds: readonly string[]) => planned.filter(({ action }) => kinds.includes(action.kind)).length;
  const parts = [
    [count(["create-in-google"]), "would be made in Google Contacts"],
    [count(["create-in-studio", "restore-in-studio"]), "would become clients"],
    [count(["change"]), "would be changed"],
    [count(["leave-set", "end-link"]), "would be synced no more"],
    [held.reduce((sum, { keys }) => sum + keys.length, unclear.length), "would wait for an answer"],
  ] as const;
  const told = parts.filter(([items]) => items > 0).map(([items, what]) => `${items} ${what}`);
  return told.length === 0 ? [] : [`Contacts: ${told.join(", ")}.`];
}

/** Why work failed; undefined when it did not. @throws the signal's reason when the run is being stopped */
export async function failureOf(signal: AbortSignal, work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (signal.aborted && !(error instanceof GoogleError)) throw error;
    return error;
  }
}

function isAboutAccount(failure: unknown): failure is GoogleError {
  const kinds = ["needs-reconnecting", "wrong-account", "workspace-blocked", "client-refused"];
  return failure instanceof GoogleError && kinds.includes(failure.verdict.kind);
}

async function startOf(context: RunContext, opened: OpenCalendar): Promise<ContactStart> {
  const { services, runId, user, stream, settings, report, signal } = context;
  const { guid, locale } = await services.studio.facts();
  return {
    services,
    runId,
    user,
    studio: { guid, locale },
    accountSub: opened.accountSub,
    contacts: opened.contacts,
    questionStreamId: stream.id,
    settings: settings.user,
    limits: contactLimits(settings.company),
    report,
    signal,
    progress: (text, done, total) => context.progress(text, done, total),
  };
}
