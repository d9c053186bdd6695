import type { PageActionResult, PageMessage, PageState, PreferenceOwner, PreferenceValues } from "../../api/index.js";
import type { GeneralInfoSettings } from "../../api/schemas/general-info-settings.generated.js";
import { zoneName } from "../../base/wall-time.js";
import { hostSchema } from "../preferences/index.js";
import type { HostPage, PageValues } from "../preferences/index.js";
import type { CompanyStore } from "../studio-data/index.js";
import { StudioMissingError } from "./errors.js";

/** Ways to write dates and times, by the names people know them by. */
const locales = ["en-US", "en-CA", "en-GB", "en-AU", "en-NZ", "fr-CA", "fr-FR", "de-DE", "es-ES", "es-MX", "nl-NL"];

/** What the page needs of the rest of the host. */
export interface GeneralInfoStores {
  readonly company: CompanyStore;
  /** Whether anybody could switch security off again. */
  readonly hasAdministrator: () => Promise<boolean>;
  /** Signs everybody out: sessions opened while security was off needed no password (X2). */
  readonly signEverybodyOut: () => Promise<void>;
  /** Called after the page was saved: plugins may need another edition. */
  readonly onSaved: () => Promise<void>;
}

/** Company (Studio) Preferences > General Info: what the studio is called, what it bought, how it writes and what its clocks say. */
export class GeneralInfoPage implements HostPage {
  readonly declaration = {
    id: "spectra.general-info",
    title: "General Info",
    owner: "company",
    schema: hostSchema("general-info-settings"),
  } as const;
  readonly values: PageValues = {
    read: async () => {
      const company = await this.stores.company.find();
      if (company === undefined) throw new StudioMissingError();
      const { name, edition, locale, timeZone, isSecurityOn } = company;
      return { name, edition, locale, timeZone, isSecurityOn };
    },
    write: async (values) => {
      // Checked against the schema by now.
      const { timeZone, ...rest } = values as unknown as GeneralInfoSettings;
      const wasSecurityOn = (await this.stores.company.find())?.isSecurityOn ?? false;
      await this.stores.company.save({ ...rest, timeZone: zoneName(timeZone) });
      if (rest.isSecurityOn && !wasSecurityOn) await this.stores.signEverybodyOut();
    },
  };

  constructor(private readonly stores: GeneralInfoStores) {}

  async state(): Promise<PageState> {
    const languages = new Intl.DisplayNames("en", { type: "language" });
    return {
      messages: [],
      choices: {
        locales: locales.map((value) => ({ value, label: `${languages.of(value) ?? value} (${exampleIn(value)})` })),
        timeZones: Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value.replaceAll("_", " ") })),
      },
      actions: [],
      facts: [],
    };
  }

  /** Security is not switched on while nobody could sign in to switch it off again. */
  async validate(
    _owner: PreferenceOwner,
    values: PreferenceValues,
    saved: PreferenceValues,
  ): Promise<readonly PageMessage[]> {
    if (values["isSecurityOn"] !== true || saved["isSecurityOn"] === true) return [];
    if (await this.stores.hasAdministrator()) return [];
    const text =
      "Nobody could change this any more. First give a user a password, and a security group that may modify Company Preferences and Users.";
    return [{ severity: "error", field: "isSecurityOn", text }];
  }

  async saved(): Promise<void> {
    await this.stores.onSaved();
  }

  async act(): Promise<PageActionResult> {
    return { kind: "refused", message: "This page has no actions." };
  }
}

function exampleIn(locale: string): string {
  const example = new Date(Date.UTC(2026, 11, 31, 17, 30));
  return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short", timeZone: "UTC" }).format(example);
}
