import type { Knex } from "knex";

import { PluginDatabase, Secrets } from "../../api/index.js";
import type { Transaction, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { GoogleTokens } from "../google/index.js";
import type { AccountStore, ConsentedAccount } from "./account-store.js";
import type { AccountState, ChosenCalendar, GoogleAccount } from "./google-account.js";
import { protectTokens, revealTokens } from "./protected-tokens.js";

interface AccountColumns {
  readonly user_id: number;
  readonly sub: string;
  readonly email: string;
  readonly may_use_calendar: number;
  readonly may_list_calendars: number;
  readonly may_use_contacts: number;
  readonly calendar_id: string | null;
  readonly calendar_name: string | null;
  readonly calendar_zone: string | null;
  readonly state: AccountState;
  readonly state_since: string;
  readonly is_confirmed: number;
  readonly tokens: string;
}

/** Accounts in the studio's database. */
@injectable()
export class KnexAccountStore implements AccountStore {
  readonly #database: PluginDatabase;
  readonly #secrets: Secrets;

  constructor(@inject(PluginDatabase) database: PluginDatabase, @inject(Secrets) secrets: Secrets) {
    this.#database = database;
    this.#secrets = secrets;
  }

  async find(userId: UserId, transaction?: Transaction): Promise<GoogleAccount | undefined> {
    const row = await this.#row(userId, transaction);
    return row && accountOf(row);
  }

  async findBySub(sub: string, transaction?: Transaction): Promise<GoogleAccount | undefined> {
    const row = await this.#accounts(transaction).where({ sub }).first();
    return row && accountOf(row);
  }

  async findByCalendar(calendarId: string, transaction?: Transaction): Promise<GoogleAccount | undefined> {
    const row = await this.#accounts(transaction).where({ calendar_id: calendarId }).first();
    return row && accountOf(row);
  }

  async list(transaction?: Transaction): Promise<readonly GoogleAccount[]> {
    const rows = await this.#accounts(transaction).orderBy("user_id");
    return rows.map(accountOf);
  }

  async keepConsent(account: ConsentedAccount, at: Date, transaction?: Transaction): Promise<void> {
    const { userId, sub, permissions } = account;
    const fresh = {
      email: account.email,
      may_use_calendar: Number(permissions.calendar),
      may_list_calendars: Number(permissions.calendarList),
      may_use_contacts: Number(permissions.contacts),
      state: permissions.calendar ? "connected" : "no-calendar-permission",
      state_since: at.toISOString(),
      tokens: protectTokens(this.#secrets, userId, account.tokens),
    } as const;
    const renewed: number = await this.#accounts(transaction).where({ user_id: userId, sub }).update(fresh);
    if (renewed > 0) return;
    await this.remove(userId, transaction);
    await this.#accounts(transaction).insert({ user_id: userId, sub, is_confirmed: 0, ...fresh });
  }

  async confirm(userId: UserId, transaction?: Transaction): Promise<void> {
    await this.#accounts(transaction).where({ user_id: userId }).update({ is_confirmed: 1 });
  }

  async chooseCalendar(userId: UserId, calendar: ChosenCalendar, transaction?: Transaction): Promise<void> {
    await this.#accounts(transaction)
      .where({ user_id: userId })
      .update({
        calendar_id: calendar.id,
        calendar_name: calendar.name.slice(0, 255),
        calendar_zone: calendar.zone.slice(0, 64),
      });
  }

  async changeState(userId: UserId, state: AccountState, at: Date, transaction?: Transaction): Promise<boolean> {
    const changed: number = await this.#accounts(transaction)
      .where({ user_id: userId })
      .whereNot({ state })
      .update({ state, state_since: at.toISOString() });
    return changed === 1;
  }

  async tokensOf(userId: UserId, transaction?: Transaction): Promise<GoogleTokens | undefined> {
    const row = await this.#row(userId, transaction);
    return row && revealTokens(this.#secrets, userId, row.tokens);
  }

  async saveTokens(userId: UserId, sub: string, tokens: GoogleTokens, transaction?: Transaction): Promise<boolean> {
    const saved: number = await this.#accounts(transaction)
      .where({ user_id: userId, sub })
      .update({ tokens: protectTokens(this.#secrets, userId, tokens) });
    return saved === 1;
  }

  async remove(userId: UserId, transaction?: Transaction): Promise<void> {
    await this.#accounts(transaction).where({ user_id: userId }).delete();
  }

  #row(userId: UserId, transaction: Transaction | undefined): Promise<AccountColumns | undefined> {
    return this.#accounts(transaction).where({ user_id: userId }).first();
  }

  #accounts(transaction: Transaction | undefined): Knex.QueryBuilder<AccountColumns, AccountColumns[]> {
    // The migration of this folder gives the table exactly these columns.
    return this.#database.query(transaction)("google_sync_accounts") as Knex.QueryBuilder<
      AccountColumns,
      AccountColumns[]
    >;
  }
}

function accountOf(row: AccountColumns): GoogleAccount {
  return {
    userId: row.user_id,
    sub: row.sub,
    email: row.email,
    permissions: {
      calendar: row.may_use_calendar === 1,
      calendarList: row.may_list_calendars === 1,
      contacts: row.may_use_contacts === 1,
    },
    calendar:
      row.calendar_id === null
        ? undefined
        : { id: row.calendar_id, name: row.calendar_name ?? row.calendar_id, zone: row.calendar_zone ?? "" },
    state: row.state,
    stateSince: new Date(row.state_since),
    isConfirmed: row.is_confirmed === 1,
  };
}
