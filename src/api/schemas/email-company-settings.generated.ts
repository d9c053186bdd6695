// Generated from schemas/email-company-settings.schema.json by `npm run generate`. Do not edit.

/**
 * The Email page of Company (Studio) Preferences.
 */
export interface EmailCompanySettings {
  /**
   * Its name, such as smtp.example.com. Left empty, no mail is sent.
   */
  server: string;
  /**
   * Usually 587 with STARTTLS, 465 with TLS.
   */
  port: number;
  security: "STARTTLS" | "TLS" | "None";
  /**
   * Left empty where the server asks for none.
   */
  userName: string;
  /**
   * Stored encrypted and never shown again.
   */
  password: string;
  fromAddress: string;
  /**
   * The studio's name when left empty.
   */
  fromName: string;
  /**
   * Where links in emails lead, such as https://studio.example.com. Left empty, it is the address this software was last served at.
   */
  workbenchAddress: string;
}
