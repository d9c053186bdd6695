import { StudioKeyMissingError } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import type { EmailCompanySettings } from "../../api/schemas/email-company-settings.generated.js";
import type { EmailUserSettings } from "../../api/schemas/email-user-settings.generated.js";
import { inject, injectable } from "../../base/service-token.js";
import { StoredPreferences } from "../preferences/index.js";

/** The host's own pages: Email of Company (Studio) Preferences, and of User Preferences. */
export const companyEmailPage = "spectra.email";
export const userEmailPage = "spectra.my-email";

/** The saved values of the Email pages. They passed the pages' schemas, hence the casts. */
@injectable()
export class EmailSettings {
  constructor(@inject(StoredPreferences) private readonly preferences: StoredPreferences) {}

  /** @throws StudioKeyMissingError where a password is stored that this computer cannot read */
  async ofCompany(): Promise<EmailCompanySettings> {
    const values = await this.preferences.read({ kind: "company" }, companyEmailPage);
    return values as unknown as EmailCompanySettings;
  }

  /** @throws StudioKeyMissingError where a password is stored that this computer cannot read */
  async ofUser(userId: UserId): Promise<EmailUserSettings> {
    const values = await this.preferences.read({ kind: "user", userId }, userEmailPage);
    return values as unknown as EmailUserSettings;
  }
}

/** Whether a failure only says that the stored password is for other computers to read (A6). */
export function isAnotherComputersBusiness(failure: unknown): failure is StudioKeyMissingError {
  return failure instanceof StudioKeyMissingError;
}
