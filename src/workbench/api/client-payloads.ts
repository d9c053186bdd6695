/** A client in a list: `GET /api/clients` */
export interface ClientLine {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly email: string;
  /** The one to call; empty when there is none. */
  readonly phone: string;
  readonly isInactive: boolean;
}

/** `GET /api/clients` */
export interface ClientListPage {
  readonly clients: readonly ClientLine[];
  /** How many there are on all pages; only with the first one. */
  readonly total?: number;
}

export interface PostalAddress {
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
}

export interface ClientPhone {
  /** Left out while it is new. */
  readonly id?: number;
  readonly label: string;
  readonly number: string;
}

/** `POST /api/clients`, `PUT /api/clients/:id` */
export interface ClientValues {
  readonly salutation: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly phones: readonly ClientPhone[];
  readonly mainAddress: PostalAddress;
  readonly mailingAddress: PostalAddress;
  /** `YYYY-MM-DD`, `--MM-DD` without a year, or empty. */
  readonly birthDate: string;
  readonly anniversary: string;
  readonly status: string;
  readonly isInactive: boolean;
  readonly notes: string;
}

/** `GET /api/clients/:id` */
export interface ClientRecord extends ClientValues {
  readonly id: number;
  readonly version: string;
  readonly isDeleted: boolean;
  /** Who this client was merged into. */
  readonly mergedInto?: number;
  readonly groupIds: readonly number[];
}

/** `GET /api/client-groups` */
export interface ClientGroupLine {
  readonly id: number;
  readonly version: string;
  readonly name: string;
  readonly isInactive: boolean;
  readonly memberCount: number;
}
