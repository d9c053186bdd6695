import type { Transaction } from "../../api/index.js";
import { displayNameOf, displayNameOfContact } from "../contacts/index.js";
import type { Held, QuestionKind } from "../engine/index.js";
import { answersOf, isReview } from "../questions/index.js";
import { quoted } from "../reports/index.js";
import type { ContactContext } from "./contact-context.js";
import { nameOfItem } from "./contact-item.js";
import type { ContactItem } from "./contact-item.js";
import { saveContacts } from "./contact-outcome.js";
import type { ContactSave } from "./contact-outcome.js";
import type { UnclearPerson } from "./gather-contacts.js";
import { mergeCandidates } from "./merge-candidates.js";

/** More people than this are not offered to choose from. */
const mostOptions = 9;

/** Asks about groups of changes that are held (G1, G2, P7). */
export async function askAboutGroups(
  held: readonly Held[],
  itemOf: (key: string) => ContactItem | undefined,
  context: ContactContext,
): Promise<void> {
  for (const { question, keys, why } of held) {
    const items = keys.flatMap((key) => itemOf(key) ?? []);
    const saves = (questionId: number): readonly ContactSave[] =>
      items.map((item) => ({ item, change: { ...clientColumns(item), questionId, directive: undefined } }));
    await ask(question, groupText(question, keys.length, why, context), [], saves, context);
  }
}

/** Puts people into the review list who cannot be told from others for sure (K6). Who is asked about already waits on. */
export async function askWhoTheyAre(unclear: readonly UnclearPerson[], context: ContactContext): Promise<void> {
  for (const { item, candidates } of unclear) {
    const offered = candidates.slice(0, mostOptions);
    const saves = (questionId: number): readonly ContactSave[] => [
      {
        item,
        change: {
          ...clientColumns(item),
          questionId,
          review: { candidates: offered },
          // Decided as it is now: what changes is looked at again.
          ...(item.client === undefined ? {} : { clientVersion: item.client.version }),
          decidedEtag: item.link?.seenEtag,
        },
      },
    ];
    if (item.link?.questionId !== undefined) await saveAsIs(saves(item.link.questionId), context);
    else await ask("unclear-match", whoText(item, context), await namesOf(item, offered, context), saves, context);
  }
}

/** Proposes clients for merging whose contacts were merged in Google (K8). */
export async function proposeMerges(context: ContactContext): Promise<void> {
  const { services, stream } = context;
  const resting = await services.contactLinks.listByState(stream.id, ["resting"]);
  for (const link of resting.filter(
    ({ questionId, review }) => questionId === undefined && review?.decided === undefined,
  )) {
    const ids = mergeCandidates(link);
    const clients = await services.clients.find([link.clientId ?? 0, ids?.survivor ?? 0]);
    const nameOf = (id: number | undefined) => {
      const client = clients.find((one) => one.id === id);
      return client === undefined ? "another client" : `"${displayNameOf(client)}"`;
    };
    const [other, survivor] = [nameOf(link.clientId), nameOf(ids?.survivor)];
    const text = `The contacts of ${other} and ${survivor} were merged in Google; ${survivor} keeps the contact, ${other} is not synced any more. If the two are one person, merge the clients: ${survivor} stays, and takes over the groups, appointments and sessions, and the values it has none of.`;
    await services.unitOfWork.run(async (transaction) => {
      const id = await store("merged-in-google", text, 1, [], context, transaction);
      await services.contactLinks.changeEach([{ id: link.id, change: { questionId: id } }], transaction);
      context.report.ask(id, "merged-in-google", text);
    });
  }
}

/** Ends a question nobody need answer any more. */
export async function closeContactQuestion(
  id: number,
  { services }: ContactContext,
  transaction: Transaction,
): Promise<void> {
  await services.questions.answer(id, "settled", services.clock.now(), transaction);
  await services.notifications.withdraw(subjectOf(id), transaction);
}

async function saveAsIs(saves: readonly ContactSave[], context: ContactContext): Promise<void> {
  await context.services.unitOfWork.run((transaction) => saveContacts(saves, context, transaction));
}

async function ask(
  kind: QuestionKind,
  text: string,
  options: readonly string[],
  saves: (questionId: number) => readonly ContactSave[],
  context: ContactContext,
): Promise<void> {
  const id = await context.services.unitOfWork.run(async (transaction) => {
    const questionId = await store(kind, text, saves(0).length, options, context, transaction);
    await saveContacts(saves(questionId), context, transaction);
    return questionId;
  });
  context.report.ask(id, kind, text);
}

async function store(
  kind: QuestionKind,
  text: string,
  itemCount: number,
  options: readonly string[],
  { services, questionStreamId, user }: ContactContext,
  transaction: Transaction,
): Promise<number> {
  const askedAt = services.clock.now();
  const id = await services.questions.ask(
    { streamId: questionStreamId, userId: user.id, kind, text, itemCount, options, askedAt },
    transaction,
  );
  const labels = answersOf({ kind, options }).map(({ label }) => `"${label}"`);
  await services.notifications.notify(
    {
      audience: { kind: "user", userId: user.id },
      severity: "warning",
      title: "Google Sync needs an answer",
      text: `${text} Answers: ${labels.join(", ")}.`,
      subject: subjectOf(id),
      command: isReview(kind) ? "google-sync.contacts-to-review" : "google-sync.held",
    },
    transaction,
  );
  return id;
}

function subjectOf(id: number): string {
  return `google-sync/question/${id}`;
}

/** A row that did not exist yet is found again by its client. */
function clientColumns({ link, client }: ContactItem): ContactSave["change"] {
  return link === undefined && client !== undefined ? { clientId: client.id, clientGuid: client.guid } : {};
}

async function namesOf(
  { client }: ContactItem,
  candidates: readonly string[],
  { services, stream, canon }: ContactContext,
): Promise<readonly string[]> {
  const names = new Map<string, string>();
  if (client === undefined) {
    for (const one of await services.clients.find(candidates.map(Number)))
      names.set(String(one.id), `${displayNameOf(one)} (client ${one.id})`);
  } else {
    for (const { resourceName, seen } of await services.contactLinks.findByResourceNames(stream.id, candidates))
      if (resourceName !== undefined && seen !== undefined) names.set(resourceName, displayNameOfContact(seen, canon));
  }
  return candidates.map((candidate) => names.get(candidate) ?? candidate);
}

function whoText(item: ContactItem, { canon }: ContactContext): string {
  const shown = quoted(nameOfItem(item, canon));
  return item.client === undefined
    ? `${shown} in Google may be a client of the studio already: the name, or an email or phone is the same, but not enough to be sure.`
    : `The client ${shown} (client ${item.client.id}) may be in Google already: the name, or an email or phone is the same, but not enough to be sure.`;
}

function groupText(kind: QuestionKind, count: number, why: string, { group }: ContactContext): string {
  switch (kind) {
    case "many-leaving-in-google":
      return `${count} contacts of the group "${group.name}" were deleted or taken out of the label in Google (${why}). "Apply" stops syncing their clients; "Discard" puts the contacts back.`;
    case "many-leaving-in-studio":
      return `${count} clients are gone from the group "${group.name}" (${why}). "Apply" stops syncing them; "Discard" puts them back into the group.`;
    case "many-replacements-in-studio":
      return `The name, a phone, the email or an address was emptied or replaced in Google on many contacts (${why}). "Apply" changes the clients too; "Discard" restores the contacts.`;
    case "many-replacements-in-google":
      return `The name, a phone, the email or an address was emptied or replaced on many clients (${why}). "Apply" changes their contacts too; "Discard" restores the clients.`;
    case "many-creations-in-studio":
      return `${count} contacts in Google would become new clients of the group "${group.name}". "Apply" brings them in; "Discard" leaves them in Google only.`;
    case "differences-at-two-way":
      return `${count} contacts already differ between the studio and Google, now that changes in Google come back. Keep the studio's, or use Google's?`;
    default:
      return why;
  }
}
