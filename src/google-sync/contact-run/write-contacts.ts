import { chunksOf } from "../../base/chunks.js";
import { throwIfOver } from "../../base/watched-signal.js";
import { concernsWholeAccount } from "../google/index.js";
import type { ContactWriteResult, GoogleError } from "../google/index.js";
import { failureText } from "../reports/index.js";
import type { ContactContext } from "./contact-context.js";
import { contactChange, contactEffect } from "./contact-effect.js";
import type { ContactItem, PlannedContact } from "./contact-item.js";
import { recordContactFailure, saveContacts } from "./contact-outcome.js";
import { createTask, updateTask } from "./contact-task.js";
import type { CreateTask, GoogleContactAction, UpdateTask } from "./contact-task.js";
import { readOneByOne } from "./read-contacts.js";
import { storeContactAnswers } from "./store-contact-answers.js";
import type { ContactAnswer } from "./store-contact-answers.js";

/** Contacts in one request (google.md 3.1). */
const batchSize = 200;

/** What writing leaves to be done. */
interface Unfinished {
  /** Keys of items to plan again: Google's copy was not the one they were planned from (K9). */
  readonly again: Set<string>;
  /** Contacts to be read before that. */
  readonly stale: Set<string>;
}

/**
 * Writes Google's side in batches. Before each batch its intents are committed, after it what the server answered
 * (R1, G5). A creation is also noted on its row, so that one without an answer is not repeated blindly (K10).
 * @returns keys of items to plan again
 * @throws GoogleError when nothing more can be written in this run; what is done is stored
 */
export async function writeContacts(
  planned: readonly PlannedContact<GoogleContactAction>[],
  context: ContactContext,
): Promise<ReadonlySet<string>> {
  const unfinished: Unfinished = { again: new Set(), stale: new Set() };
  if (planned.length === 0) return unfinished.again;
  const label = await context.label.ensure();
  const creates = planned.flatMap((one) => createTask(one, label, context) ?? []);
  const updates = planned.flatMap((one) => updateTask(one, label, context) ?? []);
  for (const some of chunksOf(creates, batchSize)) await createBatch(some, unfinished, context);
  for (const some of chunksOf(updates, batchSize)) await updateBatch(some, unfinished, context);
  await readOneByOne([...unfinished.stale], context);
  for (const name of unfinished.stale) context.refreshed.add(name);
  return unfinished.again;
}

async function createBatch(
  tasks: readonly CreateTask[],
  unfinished: Unfinished,
  context: ContactContext,
): Promise<void> {
  const { services, runId, contacts } = context;
  throwIfOver(context.signal);
  context.progress("Making contacts in Google", 0, tasks.length);
  const createSentAt = services.clock.now();
  const effectIds = await services.unitOfWork.run(async (transaction) => {
    const ids = await services.journal.intend(
      runId,
      tasks.map((task) => effectOf(task, context.canon)),
      transaction,
    );
    const saves = tasks.map(({ planned: { action, item } }) => ({
      item,
      change: {
        ...(item.client === undefined ? {} : { clientId: item.client.id, clientGuid: item.client.guid }),
        ...forgottenContact,
        state: "new" as const,
        agreed: action.agreed,
        createSentAt,
      },
    }));
    await saveContacts(saves, context, transaction);
    return ids;
  });
  const rows = await rowsByClient(tasks, context);
  const sent = tasks.map((task) => ({ ...task, planned: { ...task.planned, item: withRow(task.planned.item, rows) } }));
  const answers = contacts.create(tasks.map(({ write }) => write));
  await storeAll(sent, effectIds, answers, unfinished, context);
}

/** Of a contact that is gone nothing counts for the one made in its place. */
const forgottenContact = {
  resourceName: undefined,
  seen: undefined,
  seenEtag: undefined,
  decidedEtag: undefined,
  isDeletedInGoogle: false,
  isLabelled: false,
} as const;

/** Rows that were just made for clients who had none. */
async function rowsByClient(
  tasks: readonly CreateTask[],
  { services, stream }: ContactContext,
): Promise<ReadonlyMap<string, ContactItem["link"]>> {
  const guids = tasks.flatMap(({ planned }) => planned.item.client?.guid ?? []);
  const rows = await services.contactLinks.findByClients(stream.id, guids);
  return new Map(rows.map((row) => [row.clientGuid ?? "", row]));
}

function withRow(item: ContactItem, rows: ReadonlyMap<string, ContactItem["link"]>): ContactItem {
  return { ...item, absorbed: undefined, link: rows.get(item.client?.guid ?? "") ?? item.link };
}

async function updateBatch(
  tasks: readonly UpdateTask[],
  unfinished: Unfinished,
  context: ContactContext,
): Promise<void> {
  const { services, runId, contacts } = context;
  throwIfOver(context.signal);
  context.progress("Changing contacts in Google", 0, tasks.length);
  const effectIds = await services.unitOfWork.run((transaction) =>
    services.journal.intend(
      runId,
      tasks.map((task) => effectOf(task, context.canon)),
      transaction,
    ),
  );
  await storeAll(tasks, effectIds, contacts.update(tasks.map(({ write }) => write)), unfinished, context);
}

async function storeAll(
  tasks: readonly (CreateTask | UpdateTask)[],
  effectIds: readonly number[],
  results: AsyncIterable<readonly ContactWriteResult[]>,
  unfinished: Unfinished,
  context: ContactContext,
): Promise<void> {
  const byKey = new Map(tasks.map((task, index) => [task.write.key, { task, effectId: effectIds[index] ?? 0 }]));
  let fatal: GoogleError | undefined;
  for await (const some of results) {
    const answers = some.flatMap(({ key, outcome }): readonly ContactAnswer[] => {
      const sent = byKey.get(key);
      return sent === undefined ? [] : [{ ...sent, outcome }];
    });
    await storeContactAnswers(answers, context);
    for (const answer of answers) fatal = (await settle(answer, unfinished, context)) ?? fatal;
  }
  if (fatal !== undefined) throw fatal;
}

/** What follows from an answer for its item. @returns an error that ends the run */
async function settle(
  { task, outcome }: ContactAnswer,
  { again, stale }: Unfinished,
  context: ContactContext,
): Promise<GoogleError | undefined> {
  const { item } = task.planned;
  switch (outcome.kind) {
    case "written":
    case "deleted":
      return undefined;
    case "stale":
    case "not-found":
      again.add(item.pair.key);
      if (item.contact !== undefined) stale.add(item.contact.resourceName);
      return undefined;
    case "unknown":
      context.report.leaveOver(1, {
        code: "contact-maybe-made",
        text: "Google did not answer whether some contacts were made. They are looked for in a later run before they are made again.",
      });
      return undefined;
    case "failed":
    case "not-tried":
      return settleFailure(outcome, item, again, context);
  }
}

async function settleFailure(
  { kind, error }: { readonly kind: "failed" | "not-tried"; readonly error: GoogleError },
  item: ContactItem,
  again: Set<string>,
  context: ContactContext,
): Promise<GoogleError | undefined> {
  if (concernsWholeAccount(error.verdict) || error.verdict.kind === "address-book-full") {
    context.report.leaveOver(1);
    return error;
  }
  const isForLater =
    kind === "not-tried" || error.verdict.kind === "retry-later" || error.verdict.kind === "malformed-answer";
  if (isForLater) {
    context.report.leaveOver(1, { code: error.code, text: failureText(error) });
    return undefined;
  }
  // A label deleted meanwhile refuses whoever is to be put under it (K3).
  if ((await context.label.verify()) !== "there") again.add(item.pair.key);
  else await recordContactFailure(item, error.code, error.message, context);
  return undefined;
}

function effectOf(
  { planned: { action, item } }: CreateTask | UpdateTask,
  canon: ContactContext["canon"],
): ReturnType<typeof contactEffect> {
  return action.kind === "change"
    ? contactChange(item, "google", action.toGoogle, canon)
    : contactEffect({ ...item, contact: undefined }, "google", "create-in-google", {}, action.fields);
}
