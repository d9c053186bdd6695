import type { ScheduleEntry } from "../../../src/api/index.js";
import { KnexAccountStore } from "../../../src/google-sync/account/index.js";
import { ownerOfEvent } from "../../../src/google-sync/calendar/index.js";
import { EventExplainer } from "../../../src/google-sync/explain/event-explainer.js";
import type { EntryReason } from "../../../src/google-sync/explain/explain-entry.js";
import { RecordExplainer } from "../../../src/google-sync/explain/record-explainer.js";
import type { ShownEvent } from "../../../src/local-google/index.js";
import { ExplainedPeople } from "./explained-people.js";
import type { Who } from "./steps.js";
import { tokenOf, tokenOfEvent } from "./story.js";
import type { Story, StudioRow } from "./story.js";
import { googleMoment, studioMoment } from "./whens.js";

const openSecrets = { protect: (text: string) => text, reveal: (text: string) => text };

/** Asks about every item of both sides, and holds the answers against what is to be seen there (R4). */
export class ExplainedTruth {
  readonly #accounts: KnexAccountStore;
  /** What entries said when somebody remembered it, by person and entry. */
  readonly #remembered = new Map<string, string>();
  readonly #people: ExplainedPeople;
  #explained = 0;

  private constructor(private readonly story: Story) {
    this.#accounts = new KnexAccountStore(story.bench.studio.pluginDatabase(), openSecrets);
    this.#people = new ExplainedPeople(story, this.#accounts);
  }

  /** The two people's accounts as the tab would have kept them. */
  static async of(story: Story): Promise<ExplainedTruth> {
    const truth = new ExplainedTruth(story);
    for (const { id: userId, email } of story.people) {
      const { sub } = story.bench.google.accounts.get(email);
      const permissions = { calendar: true, calendarList: true, contacts: true };
      const tokens = { refreshToken: "refresh", accessToken: undefined, accessTokenExpiresAt: undefined };
      await truth.#accounts.keepConsent({ userId, sub, email, permissions, tokens }, story.bench.clock.now());
      await truth.#accounts.confirm(userId);
      await truth.#accounts.chooseCalendar(userId, { id: email, name: "Calendar", zone: story.bench.zone });
    }
    return truth;
  }

  /** Remembers what entries say: edited from now on they wait for a run. */
  async remember(): Promise<void> {
    for (const who of [0, 1] as const) {
      for (const entry of await this.story.bench.schedule(this.story.person(who)))
        this.#remembered.set(`${who} ${entry.entryId}`, contentOf(entry));
    }
    await this.#people.remember();
  }

  /** How many sentences were looked at since it was last asked. */
  takeCount(): number {
    const count = this.#explained;
    this.#explained = 0;
    return count + this.#people.takeCount();
  }

  /** @param justSynced whose run has this moment left nothing undone @returns sentences that are not true */
  async untrue(justSynced?: Who): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const row of await this.story.rows()) problems.push(...(await this.#untrueOfRow(row, justSynced)));
    if (justSynced !== undefined && this.story.isTwoWay(justSynced))
      problems.push(...(await this.#untrueOfEvents(justSynced)));
    return [...problems, ...(await this.#people.untrue(justSynced))];
  }

  async #untrueOfRow({ table, id }: StudioRow, justSynced: Who | undefined): Promise<readonly string[]> {
    const { bench } = this.story;
    const { links } = bench.services();
    const explainer = new RecordExplainer(
      bench.studio.schedule,
      links,
      this.#accounts,
      bench.studio.users,
      bench.preferences(),
    );
    const kind = table === "appointments" ? "appointment" : "session";
    const of = new Map((await links.entriesOfRecord(kind, id)).map(({ userId, entryId }) => [userId, entryId]));
    const problems: string[] = [];
    for (const { userId, text } of await explainer.statusOf({ kind, id })) {
      const who = this.story.whoIs(userId);
      const entryId = of.get(userId);
      const entry = (await bench.schedule(this.story.person(who))).find((one) => one.entryId === entryId);
      if (entry === undefined) continue;
      this.#explained += 1;
      const why = await this.#whyUntrue(text, entry, who, who === justSynced);
      if (why !== undefined) problems.push(`${entry.description} of person ${who}: "${text}", but ${why}`);
    }
    return problems;
  }

  /** @returns what is otherwise; undefined where the sentence is true */
  async #whyUntrue(text: string, entry: ScheduleEntry, who: Who, isJustSynced: boolean): Promise<string | undefined> {
    const { story } = this;
    const reason = reasonIn(text);
    const isEnabled = story.bench.settingsOf(story.person(who))["enabled"] === true;
    if ((reason === "switched-off") === isEnabled) return `syncing is ${isEnabled ? "on" : "off"}`;
    if (!isEnabled) return undefined;
    if ((reason === "hidden") !== entry.isHiddenFromUser) return `hidden is ${entry.isHiddenFromUser}`;
    const made = story.events(who).filter((event) => isMadeFor(event, entry));
    const events = story
      .events(who)
      .filter((event) => made.includes(event) || tokenOfEvent(event) === tokenOf(entry.description));
    const isMoved = this.#remembered.get(`${who} ${entry.entryId}`) !== contentOf(entry);
    switch (reason) {
      case undefined:
        return "nobody knows this sentence";
      case "held":
        return (await this.#isAsked(text, who)) ? undefined : "no such question is open";
      case "sent":
      case "in-step":
        if ((reason === "in-step") !== story.isTwoWay(who)) return "the Send box says otherwise";
        if (isMoved) return "it has been edited, and no run came since";
        return isJustSynced && reason === "in-step" ? whyNotInStep(entry, events, await story.zoneOf(who)) : undefined;
      case "not-sent-yet":
      case "changed-here":
      case "changed-in-google":
        return isJustSynced ? "the run has left nothing undone" : undefined;
      case "of-before":
        return made.length > 0 ? "its event is in Google" : undefined;
      case "repeats-in-google":
        return isJustSynced && !events.some(isRepeating) ? "its event does not repeat" : undefined;
      case "deleted-in-google":
        return isJustSynced && story.isTwoWay(who) ? "the run has left nothing undone" : undefined;
      default:
        return undefined;
    }
  }

  async #isAsked(text: string, who: Who): Promise<boolean> {
    const open = await this.story.bench.openQuestions(this.story.person(who));
    return open.some(({ id }) => text.includes(`question ${id}.`));
  }

  async #untrueOfEvents(who: Who): Promise<readonly string[]> {
    const { bench } = this.story;
    const { id, email } = this.story.person(who);
    const user = await bench.studio.users.findById(id);
    if (user === undefined) return [`${email} is nobody`];
    const explainer = new EventExplainer(
      bench.services().links,
      this.#accounts,
      bench.preferences(),
      bench.services().studio,
    );
    const entries = await bench.schedule(this.story.person(who));
    const problems: string[] = [];
    for (const event of this.story.events(who)) {
      const { items } = await explainer.explain(user, event.id, id);
      const isHere = entries.some(({ description }) => tokenOf(description) === tokenOfEvent(event));
      this.#explained += 1;
      const why =
        items.length === 1
          ? whyUntrueOfEvent(items[0]?.text ?? "", event, isHere)
          : `it is explained ${items.length} times`;
      if (why !== undefined)
        problems.push(`${String(event["summary"])} of person ${who}: "${items[0]?.text}", but ${why}`);
    }
    return problems;
  }
}

function whyUntrueOfEvent(text: string, event: ShownEvent, isHere: boolean): string | undefined {
  if (text.startsWith("It is in the studio and in step")) return isHere ? undefined : "it is not";
  if (text.startsWith("It comes in with the next run")) return "the run has left nothing undone";
  if (text.includes("because it repeats in Google")) return isRepeating(event) ? undefined : "it does not repeat";
  if (text.includes("it is tentative")) return event["status"] === "tentative" ? undefined : "it is not tentative";
  if (text === "It was deleted in Google.") return "it is there";
  return undefined;
}

function whyNotInStep(
  entry: ScheduleEntry,
  events: readonly ShownEvent[],
  zone: Parameters<typeof studioMoment>[1],
): string | undefined {
  if (events.length === 0) return "there is no event of it in Google";
  const moment = studioMoment(entry.when, zone);
  return events.some((event) => googleMoment(event, zone) === moment) ? undefined : "its event is at another time";
}

/** Made for this entry by a sync, by the mark it bears (C24). */
function isMadeFor(event: ShownEvent, { entryId }: ScheduleEntry): boolean {
  // Extended properties as Google's API shows them.
  const { private: marks = {} } = (event["extendedProperties"] ?? {}) as {
    readonly private?: Readonly<Record<string, string>>;
  };
  return ownerOfEvent(event.id, marks)?.entryId === entryId;
}

function isRepeating(event: ShownEvent): boolean {
  return event["recurrence"] !== undefined || event["recurringEventId"] !== undefined;
}

function contentOf({ description, when, location }: ScheduleEntry): string {
  return JSON.stringify([description, when, location]);
}

const sentences: readonly (readonly [RegExp, EntryReason])[] = [
  [/"Enable Google Sync" is not ticked/, "switched-off"],
  [/no Google account is connected/, "not-connected"],
  [/private to somebody else/, "hidden"],
  [/not in Google yet/, "not-sent-yet"],
  [/waits for an answer to question/, "held"],
  [/left alone after five failed tries/, "parked"],
  [/last try failed/, "failed"],
  [/its event was deleted/, "deleted-in-google"],
  [/repeats in Google now/, "repeats-in-google"],
  [/compares both once more/, "to-be-compared"],
  [/a change waits/, "changed-here"],
  [/a change made there waits/, "changed-in-google"],
  [/in step with Google/, "in-step"],
  [/sent to Google as it is here/, "sent"],
  [/only its organizer may change/, "somebody-elses"],
  [/was there before syncing began, ended/, "of-before"],
  [/left out, because/, "left-out"],
  [/no longer kept together/, "ended"],
];

function reasonIn(text: string): EntryReason | undefined {
  return sentences.find(([words]) => words.test(text))?.[1];
}
