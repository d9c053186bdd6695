import { Preferences, Studio } from "../../api/index.js";
import type { User, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";
import { AccountStore } from "../account/index.js";
import { whenTextOfEvent } from "../calendar/index.js";
import type { LiveEvent } from "../google/index.js";
import { whenInWords } from "../job/index.js";
import { LinkStore } from "../links/index.js";
import type { Link } from "../links/index.js";
import { privateTitle } from "../reports/index.js";
import { processorId, readSyncSettings } from "../settings/index.js";
import { explainEvent, explainNoEvent } from "./explain-event.js";
import type { CalendarState } from "./explain-event.js";
import { isMeant } from "./explained-item.js";
import type { Explained, ExplainedItem } from "./explained-item.js";

/** "Why is this event not in the studio?": from what the last runs saw; Google is not asked (R4). */
@injectable()
export class EventExplainer {
  constructor(
    @inject(LinkStore) private readonly links: LinkStore,
    @inject(AccountStore) private readonly accounts: AccountStore,
    @inject(Preferences) private readonly preferences: Preferences,
    @inject(Studio) private readonly studio: Studio,
  ) {}

  /** @param typed the event's id, or a part of its title; private events of others are found by id alone (C8) */
  async explain(user: User, typed: string, viewer: UserId | undefined): Promise<Explained> {
    const { user: settings } = await readSyncSettings(this.preferences, user.id);
    const account = await this.accounts.find(user.id);
    const stream =
      account?.calendar === undefined
        ? undefined
        : await this.links.findStream(user.id, account.sub, account.calendar.id);
    const state: CalendarState = {
      isEnabled: settings.enabled,
      isConnected: account?.isConfirmed === true && account.calendar !== undefined,
      isTwoWay: settings.sendAppointments,
      lastSuccessAt: stream?.lastSuccessAt,
    };
    const nothing = explainNoEvent(state);
    if (stream === undefined || !state.isEnabled || !state.isConnected) return { items: [], nothing };
    const links = await this.links.listByState(stream.id, ["new", "baseline", "linked", "left-out", "ended"]);
    const zone = stream.keptZone ?? stream.syncZone ?? (await this.studio.syncZone(processorId));
    const items = links.flatMap((link) => itemOf(link, typed, { user, viewer, zone, state }));
    return { items: items.toSorted(notThereFirst), nothing };
  }
}

interface Asked {
  readonly user: User;
  readonly viewer: UserId | undefined;
  readonly zone: ZoneName;
  readonly state: CalendarState;
}

function itemOf(link: Link, typed: string, { user, viewer, zone, state }: Asked): readonly ExplainedItem[] {
  const { seen, eventId } = link;
  if (seen === undefined || eventId === undefined) return [];
  const isHidden = isPrivate(seen) && viewer !== user.id;
  const isAsked = eventId === typed.trim() || (!isHidden && isMeant(seen.summary, typed));
  if (!isAsked) return [];
  return [
    {
      userId: user.id,
      what: "event",
      title: isHidden ? privateTitle : seen.summary,
      when: whenInWords(whenTextOfEvent(seen.start, seen.end, zone)),
      text: explainEvent(link, state),
      isThere: link.state === "linked",
    },
  ];
}

/** What is asked about is what is missing; the latest of it first. */
function notThereFirst(one: ExplainedItem, other: ExplainedItem): number {
  return Number(one.isThere) - Number(other.isThere) || other.when.localeCompare(one.when);
}

function isPrivate({ visibility }: LiveEvent): boolean {
  return visibility === "private" || visibility === "confidential";
}
