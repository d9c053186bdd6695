import { randomBytes } from "node:crypto";

import { StoreAccounts } from "./accounts/account-administration.js";
import { createAgendaPages } from "./agenda/agenda-pages.js";
import { createCalendarApi } from "./calendar/calendar-api.js";
import { CalendarLists } from "./calendar/calendar-lists.js";
import { EventLists } from "./calendar/event-lists.js";
import { EventWriter } from "./calendar/event-writer.js";
import { MailLedger } from "./calendar/mail-ledger.js";
import { SyncTokens } from "./calendar/sync-tokens.js";
import { systemClock } from "./clock.js";
import { Dispatcher } from "./http/dispatcher.js";
import { FaultRules } from "./http/fault-injection.js";
import { MutationGate } from "./http/mutation-gate.js";
import type { Caller } from "./http/operation.js";
import { RateLimiter } from "./http/rate-limits.js";
import { MemoryRequestLog } from "./http/request-log.js";
import { Router } from "./http/router.js";
import { defaultClient } from "./oauth/clients.js";
import type { OAuthClient } from "./oauth/clients.js";
import { Consent } from "./oauth/consent.js";
import { Grants } from "./oauth/grants.js";
import type { GrantsState } from "./oauth/grants.js";
import { IdTokens } from "./oauth/id-tokens.js";
import { createOAuthApi } from "./oauth/oauth-api.js";
import { shortScope } from "./oauth/scopes.js";
import { TokenEndpoint } from "./oauth/token-endpoint.js";
import type { LocalGoogleOptions } from "./options.js";
import { ConnectionLists } from "./people/connection-lists.js";
import { ContactStore } from "./people/contact-store.js";
import type { ContactStoreState } from "./people/contact-store.js";
import { ContactWriter } from "./people/contact-writer.js";
import { GroupLists } from "./people/group-lists.js";
import { createPeopleApi } from "./people/people-api.js";
import { SeededRandom } from "./random.js";
import type { Account } from "./store/account.js";
import { GoogleStore } from "./store/google-store.js";
import type { StoreState } from "./store/google-store.js";

/** Everything a local Google is made of, before it listens. */
export interface World {
  readonly store: GoogleStore;
  readonly accounts: StoreAccounts;
  readonly contacts: ContactStore;
  readonly clients: readonly OAuthClient[];
  readonly grants: Grants;
  readonly idTokens: IdTokens;
  readonly syncTokens: SyncTokens;
  readonly mails: MailLedger;
  readonly log: MemoryRequestLog;
  readonly faults: FaultRules;
  readonly limiter: RateLimiter;
  readonly dispatcher: Dispatcher;
}

/** What a local Google keeps over a restart. */
export interface WorldState {
  readonly version: 1;
  readonly store: StoreState;
  readonly grants: GrantsState;
  /** Missing in files written before there were contacts. */
  readonly contacts?: ContactStoreState;
  readonly syncSecret: string;
  readonly idKey?: string;
}

export function worldToState({ store, contacts, grants, syncTokens, idTokens }: World): WorldState {
  const idKey = idTokens.toState();
  return {
    version: 1,
    store: store.toState(),
    grants: grants.toState(),
    contacts: contacts.toState(),
    syncSecret: syncTokens.secret,
    ...(idKey !== undefined && { idKey }),
  };
}

/** Long enough for a second mutation to arrive while the first is not answered. */
const strictAnswerDelayMs = 15;

/** Puts the parts together. Another Google API joins the router here. */
export function createWorld(options: LocalGoogleOptions, state?: WorldState): World {
  const clock = options.clock ?? systemClock;
  const random = new SeededRandom(options.randomSeed ?? 1);
  const store = new GoogleStore(clock, random);
  const clients = options.clients ?? options.seed?.clients ?? [defaultClient];
  const noteChange = (): void => store.noteChange();
  const grants = new Grants(clock, grantOptions(options), noteChange);
  const idTokens = new IdTokens(clock, noteChange);
  const mails = new MailLedger();
  const writer = new EventWriter(store, mails, { deletedEventUpdates: options.deletedEventUpdates ?? "forbidden" });
  const contacts = new ContactStore(store, (options.contactDelaySeconds ?? 10) * 1000);
  const contactWriter = new ContactWriter(store);
  const accounts = new StoreAccounts(store, { events: writer, contacts: contactWriter, books: contacts });
  const syncTokens = new SyncTokens(state?.syncSecret ?? randomBytes(16).toString("hex"));
  const log = new MemoryRequestLog(options.logCapacity ?? 100_000);
  const faults = new FaultRules(random);
  const limiter = new RateLimiter(clock, options.rateLimits ?? "off");
  const findBySub = (sub: string): Account | undefined => store.accounts().find((account) => account.sub === sub);
  const pages = {
    pageSizeCap: options.pageSizeCap ?? Number.POSITIVE_INFINITY,
    shortPages: options.shortPages ?? false,
  };
  const router = new Router([
    createCalendarApi({
      writer,
      events: new EventLists(store, syncTokens, pages),
      lists: new CalendarLists(store, syncTokens, pages),
    }),
    createPeopleApi({
      contacts,
      writer: contactWriter,
      connections: new ConnectionLists(store, contacts, syncTokens, pages),
      groups: new GroupLists(store, contacts, syncTokens, pages),
    }),
    createAgendaPages(accounts, clock),
    createOAuthApi({
      consent: new Consent({ clients, grants, accounts: () => store.accounts() }),
      endpoint: new TokenEndpoint({
        clients,
        grants,
        idTokens,
        rotatesRefreshTokens: options.rotateRefreshTokens ?? false,
        findAccount: findBySub,
      }),
      idTokens,
    }),
  ]);
  const identify = (token: string): Caller | undefined => {
    const access = grants.findAccess(token);
    const account = access && findBySub(access.sub);
    if (!access || !account) return undefined;
    return { account, clientId: access.clientId, scopes: new Set(access.scopes.map(shortScope)) };
  };
  if (state) {
    store.restore(state.store);
    grants.restore(state.grants);
    if (state.contacts) contacts.restore(state.contacts);
    if (state.idKey !== undefined) idTokens.restore(state.idKey);
  }
  const mutations = new MutationGate(options.overlappingMutations === "refused" ? strictAnswerDelayMs : undefined);
  const dispatcher = new Dispatcher({ router, log, faults, limiter, random, mutations, identify });
  return { store, accounts, contacts, clients, grants, idTokens, syncTokens, mails, log, faults, limiter, dispatcher };
}

function grantOptions(options: LocalGoogleOptions): ConstructorParameters<typeof Grants>[1] {
  return {
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 3599,
    publishingStatus: options.publishingStatus ?? "production",
  };
}
