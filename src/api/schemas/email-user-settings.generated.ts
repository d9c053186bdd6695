// Generated from schemas/email-user-settings.schema.json by `npm run generate`. Do not edit.

/**
 * The Email page of User Preferences: a mail server of the user's own.
 */
export interface EmailUserSettings {
  usesOwnServer: boolean;
  /**
   * Its name, such as smtp.example.com.
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
}
