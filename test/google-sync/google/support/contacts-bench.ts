import {
  createGoogleConnection,
  createPacer,
  createRetryBudget,
  unlimitedPace,
} from "../../../../src/google-sync/google/index.js";
import type {
  ContactsApi,
  ContactWriteOutcome,
  ContactWriteResult,
  LiveContact,
  Pacer,
  PacerLimits,
} from "../../../../src/google-sync/google/index.js";
import { startLocalGoogle } from "../../../../src/local-google/index.js";
import type { LocalGoogle, LocalGoogleOptions } from "../../../../src/local-google/index.js";
import { assertHarmlessWrites } from "../../../support/harmless-writes.js";
import { RecordingLogger } from "../../../support/recording-logger.js";
import { all } from "./connected.js";
import { VirtualClock } from "./virtual-clock.js";

export const anna = "anna@example.test";

/** One account of the local Google and a connection to its contacts. */
export class ContactsBench {
  private constructor(
    readonly clock: VirtualClock,
    readonly google: LocalGoogle,
    private readonly pacer: Pacer,
    private readonly scopes: readonly string[] | undefined,
    readonly contacts: ContactsApi,
  ) {}

  static async open(
    options: LocalGoogleOptions = {},
    pace: PacerLimits = unlimitedPace,
    scopes?: readonly string[],
  ): Promise<ContactsBench> {
    const clock = new VirtualClock("2026-03-02T09:00:00Z");
    const google = await startLocalGoogle({
      clock,
      contactDelaySeconds: 0,
      overlappingMutations: "refused",
      ...options,
    });
    google.accounts.add({ email: anna });
    const pacer = createPacer(clock, pace);
    return new ContactsBench(clock, google, pacer, scopes, connect(google, clock, pacer, scopes));
  }

  /** Another connection of the same process to the same account. */
  another(signal?: AbortSignal): ContactsApi {
    return connect(this.google, this.clock, this.pacer, this.scopes, signal);
  }

  /** Contacts as their owner sees them. */
  get book() {
    return this.google.accounts.get(anna).contacts();
  }

  async readAll(syncToken?: string) {
    const pages = await all(this.contacts.listContacts(syncToken));
    const contacts = pages.flatMap((page) => page.contacts);
    return {
      contacts,
      live: contacts.filter((contact): contact is LiveContact => contact.kind === "live"),
      token: pages.at(-1)?.nextSyncToken,
      pages: pages.length,
    };
  }

  /** What was asked for since the last call, by operation. */
  counts(): Readonly<Record<string, number>> {
    const counts = this.google.log.counts();
    this.google.log.clear();
    return Object.fromEntries(
      Object.entries(counts).map(([operation, count]) => [operation.replace("people.", ""), count]),
    );
  }

  /** Nothing that was sent may have touched what is not ours. */
  async close(): Promise<void> {
    const entries = this.google.log.entries();
    await this.google.dispose();
    assertHarmlessWrites(entries);
  }
}

function connect(
  google: LocalGoogle,
  clock: VirtualClock,
  pacer: Pacer,
  scopes: readonly string[] | undefined,
  signal = new AbortController().signal,
): ContactsApi {
  const { refreshToken, accessToken, expiresAt, sub } = google.grant(anna, scopes && { scopes });
  return createGoogleConnection({
    rootUrl: google.url,
    clientId: "local-desktop-client",
    clientSecret: "local-desktop-secret",
    account: sub,
    tokens: { refreshToken, accessToken, accessTokenExpiresAt: expiresAt },
    onTokens: () => Promise.resolve(),
    clock,
    logger: new RecordingLogger(),
    pacer,
    budget: createRetryBudget(),
    signal,
    random: () => 0.5,
  }).contacts;
}

/** Each write's outcome by its key; of failures the verdict. */
export async function outcomesOf(
  results: AsyncIterable<readonly ContactWriteResult[]>,
): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await all(results)).flat().map(({ key, outcome }) => [key, wordFor(outcome)]));
}

function wordFor(outcome: ContactWriteOutcome): string {
  return "error" in outcome ? `${outcome.kind} ${outcome.error.verdict.kind}` : outcome.kind;
}
