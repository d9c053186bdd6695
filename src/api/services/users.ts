import { serviceToken } from "../../base/service-token.js";

/** The row number of a user. */
export type UserId = number;

/** A person of the studio: photographer, assistant, anyone bookable. */
export interface User {
  readonly id: UserId;
  /** GUID, lower case; Google ids derive from it (C24). */
  readonly guid: string;
  /** What the person signs in with; unique, compared without case. */
  readonly initials: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | undefined;
  readonly isInactive: boolean;
}

/** Read access to the studio's users. */
export interface Users {
  /** Every user, inactive ones too, by initials. */
  list(): Promise<readonly User[]>;
  findById(id: UserId): Promise<User | undefined>;
  findByInitials(initials: string): Promise<User | undefined>;
}
export const Users = serviceToken<Users>("users");
