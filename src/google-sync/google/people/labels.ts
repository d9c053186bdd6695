import { chunksOf } from "../../../base/chunks.js";
import { GoogleError, MalformedAnswerError } from "../errors.js";
import type { GoogleSession } from "../google-session.js";
import { listOf, objectOf, optionalTextOf } from "../read-json.js";
import type { ContactLabel } from "./google-person.js";
import { changeMembersCall, createLabelCall, listLabelsCall, membersInChange, renameLabelCall } from "./label-calls.js";
import { readLabel } from "./read-person.js";

const myContacts = "contactGroups/myContacts";

/** Who joins and who leaves a label. */
export interface MemberChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Every label and every group of the system. */
export async function listLabels(session: GoogleSession): Promise<readonly ContactLabel[]> {
  const labels: ContactLabel[] = [];
  let pageToken: string | undefined;
  do {
    const page = await session.request(listLabelsCall(pageToken));
    labels.push(...listOf(page, "contactGroups").map((group) => readLabel(objectOf(group))));
    pageToken = optionalTextOf(page, "nextPageToken");
  } while (pageToken !== undefined);
  // Google's own groups are always there.
  if (labels.length === 0) throw new MalformedAnswerError("the list of labels is empty");
  return labels;
}

/**
 * Repeated after a lost answer it finds its own label, as it finds one somebody else has made. Where Google itself
 * has a group of that name, which takes no members of ours, the label gets a name beside it.
 */
export async function createLabel(session: GoogleSession, name: string): Promise<ContactLabel> {
  try {
    return readLabel(await session.request(createLabelCall(name)));
  } catch (error) {
    if (!isRefused(error, "duplicate-id")) throw error;
    const known = (await listLabels(session)).filter((label) => isNamed(label, name));
    const [own] = known.filter(({ isSystem }) => !isSystem);
    if (own !== undefined) return own;
    if (known.length === 0) throw error;
    return createLabel(session, `${name} (clients)`);
  }
}

export async function renameLabel(session: GoogleSession, label: ContactLabel, name: string): Promise<ContactLabel> {
  try {
    return readLabel(await session.request(renameLabelCall(label, name)));
  } catch (error) {
    if (!isRefused(error, "precondition-failed")) throw error;
    const current = (await listLabels(session)).find(({ resourceName }) => resourceName === label.resourceName);
    if (current === undefined) throw error;
    // Somebody was faster, or the answer to the same request was lost.
    if (current.name === name) return current;
    return readLabel(await session.request(renameLabelCall(current, name)));
  }
}

/** @returns names Google does not know */
export async function changeMembers(
  session: GoogleSession,
  label: string,
  change: MemberChange,
): Promise<readonly string[]> {
  const notFound: string[] = [];
  for (const part of partsOf(change)) {
    const answer = await session.request(changeMembersCall(label, part));
    notFound.push(...namesIn(answer, "notFoundResourceNames"));
    const last = namesIn(answer, "canNotRemoveLastContactGroupResourceNames");
    if (last.length === 0) continue;
    // A contact must keep one membership: Google's own "My Contacts" takes it.
    await session.request(changeMembersCall(myContacts, { add: last, remove: [] }));
    await session.request(changeMembersCall(label, { add: [], remove: last }));
  }
  return [...new Set(notFound)];
}

function partsOf({ add, remove }: MemberChange): readonly MemberChange[] {
  const names = [...add.map((name) => ({ name, joins: true })), ...remove.map((name) => ({ name, joins: false }))];
  return chunksOf(names, membersInChange).map((part) => ({
    add: part.flatMap(({ name, joins }) => (joins ? [name] : [])),
    remove: part.flatMap(({ name, joins }) => (joins ? [] : [name])),
  }));
}

function namesIn(answer: Parameters<typeof listOf>[0], field: string): readonly string[] {
  return listOf(answer, field).filter((name) => typeof name === "string");
}

function isRefused(error: unknown, kind: "duplicate-id" | "precondition-failed"): boolean {
  return error instanceof GoogleError && error.verdict.kind === kind;
}

/** Google tells names apart without regard to case. */
function isNamed({ name }: ContactLabel, wanted: string): boolean {
  return name.trim().toLowerCase() === wanted.trim().toLowerCase();
}
