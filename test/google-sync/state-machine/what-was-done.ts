import { sideEffectsOf } from "../../../src/google-sync/engine/index.js";
import type { Action, Fields, QuestionKind, SideEffect } from "../../../src/google-sync/engine/index.js";
import type { UserRunResult } from "../../../src/google-sync/job/index.js";
import { isContactEffect } from "../../../src/google-sync/journal/index.js";
import type { JournalEntry } from "../../../src/google-sync/journal/index.js";
import type { SyncBench } from "../../support/sync-bench.js";

/** What is done to one item on one side, from what to what: fields that stay are left out. */
interface Done {
  readonly what: SideEffect["what"];
  readonly side: "studio" | "google";
  /** By what both a plan and a journal know it: of an item just made, the side it was made from. */
  readonly item: string;
  readonly before: Fields;
  readonly after: Fields;
}

/** Items that wait for one question's answer. */
interface Asked {
  readonly question: QuestionKind;
  readonly items: readonly string[];
}

/** All that a run did, or a preview says it would do; plain data, in a fixed order. */
export interface WhatWasDone {
  readonly done: readonly Done[];
  readonly asked: readonly Asked[];
}

type Planned = { readonly action: Action; readonly item: PlannedItem };

/** What an appointment and its event, and a client and its contact, have in common in a plan. */
interface PlannedItem {
  readonly pair: Parameters<typeof sideEffectsOf>[1];
  readonly link?: KnownLink | undefined;
  readonly entry?: { readonly entryId: string } | undefined;
  readonly event?: { readonly id: string } | undefined;
  readonly client?: { readonly guid: string } | undefined;
  readonly contact?: { readonly resourceName: string } | undefined;
}

interface KnownLink {
  readonly entryId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly clientGuid?: string | undefined;
  readonly resourceName?: string | undefined;
}

/** What a preview says (R3). */
export function whatIsPlanned({ plan, contacts }: UserRunResult): WhatWasDone {
  const halves = [plan, contacts].filter((half) => half !== undefined);
  const planned: readonly Planned[] = halves.flatMap((half): readonly Planned[] => half.planned);
  const single = planned.flatMap(({ action, item }) =>
    action.kind === "ask" ? [{ question: action.question, items: [anyNameOf(item)] }] : [],
  );
  const groups = halves.flatMap(({ held, waiting }) => {
    const names = new Map<string, string>(waiting.map(({ action, item }) => [action.key, anyNameOf(item)]));
    return held.map(({ question, keys }) => ({ question, items: keys.map((key) => names.get(key) ?? key) }));
  });
  const unclear = (contacts?.unclear ?? []).map(({ item }) => ({
    question: "unclear-match" as const,
    items: [anyNameOf(item)],
  }));
  return inOrder({
    done: planned.flatMap(({ action, item }) =>
      sideEffectsOf(action, item.pair)
        .filter(({ what }) => what === "make" || what === "change" || what === "remove")
        .map((effect) => ({ ...effect, item: nameFor(effect, item) })),
    ),
    asked: [...single, ...groups, ...unclear],
  });
}

/** What a run did, by its journal, and what it asked, by the rows that wait for the answers (R1, G8). */
export async function whatWasDone({ report }: UserRunResult, bench: SyncBench): Promise<WhatWasDone> {
  const { journal, links, contactLinks } = bench.services();
  const done = net((await journal.effectsOf(report.runId)).filter(({ state }) => state === "done"));
  const asked: Asked[] = [];
  for (const { id, kind } of report.questions) {
    const waiting: readonly KnownLink[] = [
      ...(await links.findByQuestion(id)),
      ...(await contactLinks.findByQuestion(id)),
    ];
    asked.push({ question: kind, items: waiting.map((link) => anyNameOf({ pair: nothing, link })) });
  }
  return inOrder({ done, asked });
}

const nothing: PlannedItem["pair"] = { studio: { kind: "absent" }, google: { kind: "absent" } };

/** An entry or a client where there is one; else the event or the contact. */
function anyNameOf({ link, entry, event, client, contact }: PlannedItem): string {
  return entry?.entryId ?? client?.guid ?? link?.entryId ?? link?.clientGuid ?? otherNameOf({ link, event, contact });
}

function otherNameOf({ link, event, contact }: Pick<PlannedItem, "link" | "event" | "contact">): string {
  return event?.id ?? contact?.resourceName ?? link?.eventId ?? link?.resourceName ?? "?";
}

/** What is made in the studio of an event or a contact has no name of its own before. */
function nameFor({ what, side, before }: SideEffect, item: PlannedItem): string {
  const isNew = what === "make" && side === "studio" && Object.keys(before).length === 0;
  return isNew && item.link?.entryId === undefined && item.link?.clientGuid === undefined
    ? otherNameOf(item)
    : anyNameOf(item);
}

/** Effects on one item on one side taken together: what was restored and then changed is there with the last values. */
function net(effects: readonly JournalEntry[]): readonly Done[] {
  const found = new Map<string, { readonly effect: JournalEntry; readonly before: Fields }>();
  for (const effect of effects) {
    const key = `${effect.side} ${nameOfEffect(effect)}`;
    const earlier = found.get(key);
    found.set(key, {
      effect: { ...effect, action: earlier?.effect.action ?? effect.action },
      before: earlier?.before ?? effect.before,
    });
  }
  return [...found.values()].map(({ effect, before }) => {
    const { side, action, after } = effect;
    const item = nameOfEffect(effect);
    if (action !== "change") return { what: isMade(action) ? "make" : "remove", side, item, before, after };
    const changed = Object.keys(after).filter((field) => after[field] !== before[field]);
    return { what: "change", side, item, before: only(before, changed), after: only(after, changed) };
  });
}

function isMade(action: Action["kind"]): boolean {
  return action.startsWith("create") || action.startsWith("restore");
}

function nameOfEffect(effect: JournalEntry): string {
  const { action, entryId, eventId } = effect;
  const isNew =
    action === "create-in-studio" || (action === "change" && isContactEffect(effect) && entryId === undefined);
  return (isNew ? eventId : (entryId ?? eventId)) ?? "?";
}

function only(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? ""]));
}

function inOrder({ done, asked }: WhatWasDone): WhatWasDone {
  const sorted = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => compare(a, b)));
  return {
    done: done
      .map(({ what, side, item, before, after }) => ({
        what,
        side,
        item,
        before: sorted(before),
        after: sorted(after),
      }))
      .toSorted((one, other) => compare(`${one.item} ${one.side}`, `${other.item} ${other.side}`)),
    asked: asked
      .map(({ question, items }) => ({ question, items: items.toSorted(compare) }))
      .toSorted((one, other) =>
        compare(`${one.question} ${one.items.join()}`, `${other.question} ${other.items.join()}`),
      ),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
