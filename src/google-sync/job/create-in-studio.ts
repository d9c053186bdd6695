import { randomUUID } from "node:crypto";

import type { AppointmentDraft, Transaction } from "../../api/index.js";
import { parseWhenText } from "../calendar/index.js";
import type { Action, Fields } from "../engine/index.js";
import type { Planned } from "./bookkeeping.js";
import { decided, saveLinks } from "./outcome.js";
import type { RunContext } from "./run-context.js";
import type { RunItem } from "./run-item.js";
import { changedAtOf, studioEffect } from "./studio-effect.js";

export type CreateInStudio = Extract<Action, { kind: "create-in-studio" }>;

export function isCreate(planned: Planned): planned is Planned<CreateInStudio> {
  return planned.action.kind === "create-in-studio";
}

/** Makes appointments of events (C4), with their links and journal lines, in a few statements for all of them. */
export async function createInStudio(
  planned: readonly Planned<CreateInStudio>[],
  context: RunContext,
  transaction: Transaction,
): Promise<void> {
  if (planned.length === 0) return;
  const { services, runId } = context;
  const made = planned.map((one) => ({ ...one, entryId: randomUUID() }));
  const versions = await services.schedule.createAppointments(
    made.map(({ action, item, entryId }) => draftOf(action.fields, item, entryId, context)),
    transaction,
  );
  await saveLinks(
    made.map(({ action, item, entryId }, index) => ({
      item,
      change: decided(item, {
        entryId,
        studioVersion: versions[index],
        decidedEtag: item.link?.seenEtag,
        isMadeByUs: false,
        state: "linked",
        agreed: action.agreed,
      }),
    })),
    context,
    transaction,
  );
  const effects = made.map(({ action, item, entryId }) => studioEffect(item, action.kind, {}, action.fields, entryId));
  await services.journal.record(runId, effects, transaction);
}

function draftOf(fields: Fields, item: RunItem, entryId: string, context: RunContext): AppointmentDraft {
  return {
    entryId,
    userId: context.user.id,
    description: fields["title"] ?? "",
    when: parseWhenText(fields["when"] ?? ""),
    location: fields["location"] ?? "",
    notes: fields["notes"] ?? "",
    isPrivate: fields["private"] === "yes",
    isFree: fields["free"] === "yes",
    origin: "google",
    changedAt: changedAtOf(item, context),
  };
}
