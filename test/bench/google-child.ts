/** The local Google in a process of its own: what it needs is never counted as the client's. */
import { startLocalGoogle } from "../../src/local-google/index.js";
import type { GrantedTokens, LocalGoogle } from "../../src/local-google/index.js";
import { answerParent } from "./child.js";
import { benchZone, personOf, slotOf } from "./invented.js";
import { ScaledClock } from "./scaled-clock.js";

export type GoogleQuestion =
  | {
      readonly kind: "start";
      readonly latencyMs: number;
      /** Quota units a minute for each user; undefined is without limits. */
      readonly unitsPerMinute: number | undefined;
      readonly clockFactor: number;
      readonly clockBeginning: number;
    }
  | { readonly kind: "account"; readonly email: string }
  /** New events made by hand. */
  | { readonly kind: "fill"; readonly email: string; readonly count: number }
  /** Changes the titles of the first events. */
  | { readonly kind: "touch"; readonly email: string; readonly count: number }
  | { readonly kind: "event-ids"; readonly email: string; readonly count: number }
  /** New contacts made by hand. */
  | { readonly kind: "fill-contacts"; readonly email: string; readonly count: number }
  /** Changes the titles at work of the first contacts. */
  | { readonly kind: "touch-contacts"; readonly email: string; readonly count: number }
  | { readonly kind: "contacts"; readonly email: string; readonly count: number }
  /** Counts from here on. */
  | { readonly kind: "count-anew" }
  | { readonly kind: "counted" };

/** A contact as a change of it must name it. */
export interface BenchContact {
  readonly resourceName: string;
  readonly etag: string;
  readonly metadata: unknown;
}

export interface Account {
  readonly email: string;
  readonly url: string;
  readonly tokens: GrantedTokens;
}

export interface Counted {
  readonly requests: number;
  /** Calls refused for their rate, in batches too. Known only where limits are set. */
  readonly refusals: number;
}

let google: LocalGoogle | undefined;

function running(): LocalGoogle {
  if (google === undefined) throw new Error("The local Google was not started");
  return google;
}

async function answer(question: GoogleQuestion): Promise<unknown> {
  switch (question.kind) {
    case "start": {
      const { latencyMs, unitsPerMinute, clockFactor, clockBeginning } = question;
      google = await startLocalGoogle({
        latencyMs,
        clock: new ScaledClock(clockFactor, clockBeginning),
        tokenLifetimeSeconds: 24 * 3600 * clockFactor,
        contactDelaySeconds: 0,
        // Entries keep the bodies of requests; they are only read where limits may refuse some.
        logCapacity: unitsPerMinute === undefined ? 10 : 100_000,
        rateLimits:
          unitsPerMinute === undefined
            ? "off"
            : { unitsPerMinutePerUser: unitsPerMinute, unitsPerMinutePerProject: 10_000 },
      });
      return google.url;
    }
    case "account":
      running().accounts.add({ email: question.email, timeZone: benchZone });
      return { email: question.email, url: running().url, tokens: running().grant(question.email) } satisfies Account;
    case "fill": {
      const calendar = running().accounts.get(question.email).calendar();
      for (let index = 0; index < question.count; index += 1) {
        const { start, end } = slotOf(index);
        calendar.create({
          summary: `Google ${index}`,
          location: `Room ${index % 7}`,
          description: "Bring the contract and the old pictures.",
          start: { dateTime: start },
          end: { dateTime: end },
        });
      }
      return undefined;
    }
    case "touch": {
      const calendar = running().accounts.get(question.email).calendar();
      for (const { id } of calendar.list().slice(0, question.count)) calendar.patch(id, { summary: `Changed ${id}` });
      return undefined;
    }
    case "event-ids":
      return running()
        .accounts.get(question.email)
        .calendar()
        .list()
        .slice(0, question.count)
        .map(({ id }) => id);
    case "fill-contacts": {
      const contacts = running().accounts.get(question.email).contacts();
      for (let index = 0; index < question.count; index += 1) contacts.create(personOf("Greta", index));
      return undefined;
    }
    case "touch-contacts": {
      const contacts = running().accounts.get(question.email).contacts();
      for (const { resourceName } of contacts.list().slice(0, question.count))
        contacts.change(resourceName, { organizations: [{ name: `Changed ${resourceName}` }] });
      return undefined;
    }
    case "contacts":
      return running()
        .accounts.get(question.email)
        .contacts()
        .list()
        .slice(0, question.count)
        .map(({ resourceName, etag, metadata }) => ({ resourceName, etag, metadata }) satisfies BenchContact);
    case "count-anew":
      running().log.clear();
      return undefined;
    case "counted": {
      const { log } = running();
      const all = log.entries().flatMap((entry) => [entry, ...(entry.parts ?? [])]);
      const refusals = all.filter(({ status }) => status === 403 || status === 429).length;
      return { requests: log.httpRequests, refusals } satisfies Counted;
    }
  }
}

answerParent(answer, async () => google?.dispose());
