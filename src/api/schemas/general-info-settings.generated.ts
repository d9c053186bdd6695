// Generated from schemas/general-info-settings.schema.json by `npm run generate`. Do not edit.

/**
 * The page General Info of Company (Studio) Preferences.
 */
export interface GeneralInfoSettings {
  name: string;
  edition: "Express" | "Standard" | "Professional" | "Enterprise";
  locale: string;
  timeZone: string;
  /**
   * People sign in with initials and password, and may do what their security group allows. While it is off everybody may do everything.
   */
  isSecurityOn: boolean;
}
