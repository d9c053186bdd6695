import type { ClearanceLevel } from "./payloads.js";

/** `GET /api/kept-users` */
export interface KeptUser {
  readonly id: number;
  readonly version: string;
  readonly initials: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly securityGroupId?: number;
  /** `#rrggbb` */
  readonly colour?: string;
  readonly isInactive: boolean;
  readonly hasPassword: boolean;
}

/** `POST /api/kept-users`, `PUT /api/kept-users/:id` */
export interface TypedUser {
  readonly initials: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly securityGroupId: number | null;
  readonly colour: string | null;
  readonly isInactive: boolean;
  /** Left out: the one there is stays. */
  readonly password?: string;
}

/** `GET /api/security-groups` */
export interface SecurityGroup {
  readonly id: number;
  readonly version: string;
  readonly name: string;
  readonly clearances: Readonly<Record<string, ClearanceLevel>>;
}
