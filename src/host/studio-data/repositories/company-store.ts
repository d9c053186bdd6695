import { randomUUID } from "node:crypto";

import type { Edition, Transaction } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { zoneName } from "../../../base/wall-time.js";
import type { ZoneName } from "../../../base/wall-time.js";
import { readFlag } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";

/** The company's General Info. */
export interface Company {
  readonly guid: string;
  readonly name: string;
  readonly edition: Edition;
  /** BCP 47. */
  readonly locale: string;
  readonly timeZone: ZoneName;
  /** While off, everybody may do everything and passwords may be blank. */
  readonly isSecurityOn: boolean;
}

interface CompanyRow {
  readonly guid: string;
  readonly name: string;
  readonly edition: Edition;
  readonly locale: string;
  readonly time_zone: string;
  readonly is_security_on: unknown;
}

/** The one company of a studio's database. */
@injectable()
export class CompanyStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** Undefined before the studio is created. */
  async find(): Promise<Company | undefined> {
    const row: CompanyRow | undefined = await this.connection
      .query()("company")
      .where({ id: 1 })
      .first("guid", "name", "edition", "locale", "time_zone", "is_security_on");
    if (row === undefined) return undefined;
    return {
      guid: row.guid,
      name: row.name,
      edition: row.edition,
      locale: row.locale,
      timeZone: zoneName(row.time_zone),
      isSecurityOn: readFlag(row.is_security_on),
    };
  }

  /** Makes the company; a second one is refused by the database. */
  async create(company: Omit<Company, "guid">, transaction?: Transaction): Promise<void> {
    await this.connection
      .query(transaction)("company")
      .insert({ id: 1, guid: randomUUID(), ...toRow(company) });
  }

  async save(company: Omit<Company, "guid">): Promise<void> {
    await this.connection.query()("company").where({ id: 1 }).update(toRow(company));
  }
}

function toRow(company: Omit<Company, "guid">): Readonly<Record<string, string | boolean>> {
  return {
    name: company.name,
    edition: company.edition,
    locale: company.locale,
    time_zone: company.timeZone,
    is_security_on: company.isSecurityOn,
  };
}
