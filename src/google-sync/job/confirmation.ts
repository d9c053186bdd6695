import { CodedError } from "../../base/coded-error.js";
import type { ContactLinkStore } from "../contact-links/index.js";
import type { Held, QuestionKind } from "../engine/index.js";
import type { LinkStore } from "../links/index.js";
import { answersOf, isAboutPeople } from "../questions/index.js";
import type { RunServices } from "./run-context.js";

/** What was confirmed is not in the words a preview gives. */
class ConfirmationRefusedError extends CodedError {
  readonly code = "confirmation-refused";
}

/** One group a preview showed as held: the links in it, and by how much they would move. */
export interface SeenGroup {
  readonly question: QuestionKind;
  readonly minutes: number | undefined;
  readonly linkIds: readonly number[];
}

/** What became of a confirmation. */
export interface Confirmed {
  /** Items the next run carries out without asking. */
  readonly approved: number;
  /** How many of them are clients or contacts, where there are any. */
  readonly people?: number;
  /** Groups that hold, by now, something the person has not seen. */
  readonly grown: readonly Held[];
}

/** Every group a preview would hold: of the calendar, then of clients and contacts. */
export function heldGroups({
  plan,
  contacts,
}: {
  readonly plan?: { readonly held: readonly Held[] } | undefined;
  readonly contacts?: { readonly held: readonly Held[] } | undefined;
}): readonly Held[] {
  return [...(plan?.held ?? []), ...(contacts?.held ?? [])];
}

/** Groups that "Apply" answers; a choice between the two sides cannot be made by a count. */
export function confirmable(held: readonly Held[]): readonly Held[] {
  return held.filter(({ question }) => answersOf({ kind: question, options: [] }).some(({ id }) => id === "apply"));
}

/**
 * The groups with their items in one short word, such as `many-deletions-in-google:101-112,120`.
 * It travels through the browser, or the terminal, and back: what is confirmed is what was seen, whatever
 * happens meanwhile. It grants nothing that an answer to the question would not.
 */
export function confirmationOf(held: readonly Held[]): string {
  return confirmable(held)
    .map(seenGroup)
    .map(({ question, minutes, linkIds }) => `${question}${minutesText(minutes)}:${rangesText(linkIds)}`)
    .join("/");
}

/**
 * "A count confirmed in Preview counts as Apply" (G1): groups of the plan made anew that hold nothing but what was
 * seen get the directive `approve`, as if their question had been answered.
 */
export async function confirmGroups(
  held: readonly Held[],
  confirmed: readonly SeenGroup[],
  { links, contactLinks, unitOfWork }: LinksOfBoth,
): Promise<Confirmed> {
  const seen = new Map(confirmed.map((group) => [groupKey(group), new Set(group.linkIds)]));
  const now = confirmable(held).map((group) => ({ group, ...seenGroup(group) }));
  const isSeen = (group: SeenGroup) => group.linkIds.every((id) => seen.get(groupKey(group))?.has(id) === true);
  const approvedOf = (people: boolean) =>
    now.filter((group) => isAboutPeople(group.question) === people && isSeen(group)).flatMap(({ linkIds }) => linkIds);
  const approve = (id: number) => ({ id, change: { directive: { kind: "approve" as const } } });
  const [items, people] = [approvedOf(false), approvedOf(true)];
  await unitOfWork.run(async (transaction) => {
    await links.changeEach(items.map(approve), transaction);
    await contactLinks.changeEach(people.map(approve), transaction);
  });
  return {
    approved: items.length + people.length,
    ...(people.length === 0 ? {} : { people: people.length }),
    grown: now.filter((group) => !isSeen(group)).map(({ group }) => group),
  };
}

/** Where the links of the calendar, and those of clients and contacts, are changed. */
type LinksOfBoth = Pick<RunServices, "unitOfWork"> & {
  readonly links: Pick<LinkStore, "changeEach">;
  readonly contactLinks: Pick<ContactLinkStore, "changeEach">;
};

function seenGroup({ question, minutes, keys }: Held): SeenGroup {
  // Only items with a row are ever counted by the guards (G1): linked ones, and contacts that would become clients.
  const linkIds = keys.flatMap((key) => (key.startsWith("link ") ? [Number(key.slice(5))] : []));
  return { question, minutes, linkIds: linkIds.toSorted((a, b) => a - b) };
}

function groupKey({ question, minutes }: Pick<SeenGroup, "question" | "minutes">): string {
  return `${question}${minutesText(minutes)}`;
}

function minutesText(minutes: number | undefined): string {
  if (minutes === undefined) return "";
  return minutes < 0 ? String(minutes) : `+${minutes}`;
}

function rangesText(ids: readonly number[]): string {
  const ranges: { readonly first: number; last: number }[] = [];
  for (const id of ids) {
    const range = ranges.at(-1);
    if (range?.last === id - 1) range.last = id;
    else ranges.push({ first: id, last: id });
  }
  return ranges.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(",");
}

const groupPattern =
  /^(many-(?:deletions|moves|leaving|replacements|creations)-in-(?:studio|google))([+-]\d{1,9})?:(\d{1,15}(?:-\d{1,15})?(?:,\d{1,15}(?:-\d{1,15})?)*)$/;

/** More links than any user has; a wider range was not written by a preview. */
const widestRange = 100_000;

/** The reverse of `confirmationOf`. @throws ConfirmationRefusedError for words no preview says */
export function readConfirmation(confirmation: string): readonly SeenGroup[] {
  return confirmation.split("/").map((text) => {
    const [, question, minutes, ranges] = groupPattern.exec(text) ?? [];
    if (question === undefined || ranges === undefined) throw notOfAPreview();
    return {
      // The pattern lets only kinds pass that are alike; one that is not there is in no plan.
      question: question as QuestionKind,
      minutes: minutes === undefined ? undefined : Number(minutes),
      linkIds: ranges.split(",").flatMap(idsOfRange),
    };
  });
}

function idsOfRange(range: string): readonly number[] {
  const [first = 0, last = first] = range.split("-").map(Number);
  if (last < first || last - first > widestRange) throw notOfAPreview();
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function notOfAPreview(): ConfirmationRefusedError {
  return new ConfirmationRefusedError("This is not what a preview asked to confirm.", {
    hint: "Preview again, and confirm what it says.",
  });
}
