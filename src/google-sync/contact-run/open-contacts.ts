import type { ClientGroupRecord, Clearances, User } from "../../api/index.js";
import type { GoogleUserSettings } from "../../api/schemas/google-user-settings.generated.js";
import type { ContactStream, ContactStreamChange } from "../contact-links/index.js";
import { countryOfLocale } from "../contacts/index.js";
import type { GuardLimits } from "../engine/index.js";
import type { ContactsApi } from "../google/index.js";
import type { ReportBuilder } from "../reports/index.js";
import type { ContactContext } from "./contact-context.js";
import type { ContactServices } from "./contact-services.js";
import { groupToSync } from "./group-to-sync.js";
import { OurLabel } from "./our-label.js";
import { readContacts } from "./read-contacts.js";

/** What a run of contacts knows before it begins. */
export interface ContactStart {
  readonly services: ContactServices & { readonly clearances: Clearances };
  readonly runId: number;
  readonly user: User;
  readonly studio: { readonly guid: string; readonly locale: string };
  /** The account's `sub` (A8). */
  readonly accountSub: string;
  /** Undefined where the person did not permit contacts (A4). */
  readonly contacts: ContactsApi | undefined;
  readonly questionStreamId: number;
  readonly settings: GoogleUserSettings;
  /** The studio's limits of G1. */
  readonly limits: GuardLimits;
  readonly report: ReportBuilder;
  readonly signal: AbortSignal;
  progress(text: string, done: number, total: number | undefined): void;
}

/** Minutes after which a read would show a contact whose creation went unanswered (K10). */
export const minutesUntilSeen = 5;

/**
 * Everything that holds for the run, contacts read where the run looks at Google.
 * @returns undefined when contacts are not synced for this user now; the report says why where it is not the user's wish
 */
export async function openContacts(start: ContactStart): Promise<ContactContext | undefined> {
  const { services, settings, user, contacts, studio, report } = start;
  const group = await groupOf(start);
  if (group === undefined || contacts === undefined) return undefined;
  report.withContacts();
  const isTwoWay = settings.sendContacts;
  const { opened, isShort, notKept } = await openStream(start, group);
  const label = new OurLabel(opened, group, contacts, services, report);
  await read({ ...start, contacts }, opened, label, group);
  const stream = { ...((await services.contactLinks.findStreamById(opened.id)) ?? opened), ...notKept };
  if (isTwoWay && settings.populateStudio) await label.find();
  return {
    services,
    runId: start.runId,
    user,
    studioGuid: studio.guid,
    // Until the end of the run it is the group of the run before that clients are known from (G2).
    stream,
    questionStreamId: start.questionStreamId,
    settings,
    limits: start.limits,
    group,
    canon: { country: countryOfLocale(studio.locale), limits: services.clients.limits },
    isTwoWay,
    rowsLostSince: isShort ? stream.lastSuccessAt : undefined,
    isFirstTwoWay: isTwoWay && stream.googleBaselineAt === undefined && stream.lastSuccessAt !== undefined,
    mayChangeClients: await services.clearances.allows(user.id, "Clients", "add-modify"),
    contacts,
    label,
    report,
    signal: start.signal,
    refreshed: new Set(),
    progress: (text, done, total) => start.progress(text, done, total),
  };
}

/** The client group; where there is none against the user's wish, the report says why. */
async function groupOf(start: ContactStart): Promise<ClientGroupRecord | undefined> {
  const found = await groupToSync({ ...start, mayUseContacts: start.contacts !== undefined });
  if (found.kind === "refused") start.report.warn(found.code, found.text);
  return found.kind === "group" ? found.group : undefined;
}

interface OpenedStream {
  readonly opened: ContactStream;
  readonly isShort: boolean;
  /** What holds for a preview only (R3). */
  readonly notKept: ContactStreamChange;
}

async function openStream(
  { user, accountSub, services, settings, report }: ContactStart,
  group: ClientGroupRecord,
): Promise<OpenedStream> {
  const { contactLinks, clock, unitOfWork } = services;
  const now = clock.now();
  const found = await contactLinks.findStream(user.id, accountSub);
  const stream = found ?? (await contactLinks.createStream(user.id, accountSub, now));
  const isOtherGroup = stream.groupGuid !== undefined && stream.groupGuid !== group.guid;
  const counts = stream.linkCount === 0 ? {} : await contactLinks.countByState(stream.id);
  const count = Object.values(counts).reduce((sum, items) => sum + items, 0);
  const isShort = count > 0 && count < stream.linkCount;
  const isLost = stream.linkCount > 0 && count === 0;
  const atStart = changeAtStart(stream, settings.sendContacts, now, isLost);
  // A preview keeps this too: what it reads would hide from the run that something was lost.
  const afterLoss: ContactStreamChange = {
    // An older table was restored: clients it does not know may have contacts all the same, so they are read anew.
    ...(isShort ? { matchedAt: undefined, syncToken: undefined } : {}),
    ...(isLost ? atStart : {}),
  };
  const change: ContactStreamChange = {
    ...(isLost ? {} : atStart),
    // Another group has another label; the old one stays in Google as it is.
    ...(isOtherGroup ? { label: undefined, labelName: undefined, isLabelRemade: false } : {}),
  };
  const kept = report.isPreview ? afterLoss : { ...afterLoss, ...change };
  if (Object.keys(kept).length > 0) {
    await unitOfWork.run(async (transaction) => {
      await contactLinks.changeStream(stream.id, kept, transaction);
      if (isOtherGroup && !report.isPreview) await contactLinks.forgetLabels(stream.id, transaction);
    });
  }
  return { opened: { ...stream, ...afterLoss, ...change }, isShort, notKept: report.isPreview ? change : {} };
}

function changeAtStart(stream: ContactStream, isTwoWay: boolean, now: Date, isLost: boolean): ContactStreamChange {
  // W6: a lost baseline is taken anew, and nothing travels because of it but what is recognised (K6).
  const anew: ContactStreamChange = isLost
    ? { enabledAt: now, matchedAt: undefined, googleBaselineAt: undefined, syncToken: undefined, linkCount: 0 }
    : {};
  if (!isTwoWay) {
    return stream.twoWaySince === undefined ? anew : { ...anew, twoWaySince: undefined, googleBaselineAt: undefined };
  }
  if (stream.twoWaySince !== undefined && !isLost) return anew;
  // Ticked together with the client group it counts from then on, else from now (P7).
  return { ...anew, twoWaySince: stream.lastSuccessAt === undefined && !isLost ? stream.enabledAt : now };
}

/**
 * Two-way every run reads; one way only one that may create a contact: who was entered in Google meanwhile is to be
 * recognised (K1), and a creation whose answer was lost is to be found (K10).
 */
async function read(
  start: ContactStart & { readonly contacts: ContactsApi },
  stream: ContactStream,
  label: OurLabel,
  group: ClientGroupRecord,
): Promise<void> {
  const { services, settings, contacts, report } = start;
  const isNeeded = settings.sendContacts || (await isReadFirst(stream, group, services));
  if (!isNeeded) return;
  start.progress("Reading Google Contacts", 0, undefined);
  const { unreadable, unconfirmed } = await readContacts({ contacts, stream, label, services });
  for (const { problem } of unreadable)
    report.warn("unreadable-contact", `A contact in Google could not be read and is left alone: ${problem}`);
  if (unconfirmed > 0) {
    report.warn(
      "unconfirmed",
      `${unconfirmed} contacts could not be looked at in Google; they are left as they are until the next run.`,
    );
  }
}

async function isReadFirst(
  stream: ContactStream,
  group: ClientGroupRecord,
  { contactLinks, clock }: ContactServices,
): Promise<boolean> {
  const query = {
    stream,
    groupId: group.id,
    now: clock.now(),
    readsGoogle: false,
    withBaseline: false,
    withAllLinked: false,
  };
  const { links, newClientIds } = await contactLinks.candidates(query);
  if (newClientIds.length > 0) return true;
  return stream.matchedAt === undefined ? links.length > 0 : links.some(({ state }) => state === "new");
}
