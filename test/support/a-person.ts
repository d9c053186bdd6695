/** A contact as somebody would enter it in Google Contacts. */
export interface PersonValues {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  /** A mobile number. */
  readonly phone?: string;
  readonly company?: string;
}

/** The contact in the words of the API. */
export function aPerson({ firstName, lastName, email, phone, company }: PersonValues): Record<string, unknown> {
  return {
    ...(firstName === undefined && lastName === undefined
      ? {}
      : { names: [{ givenName: firstName ?? "", familyName: lastName ?? "" }] }),
    ...(email === undefined ? {} : { emailAddresses: [{ value: email }] }),
    ...(phone === undefined ? {} : { phoneNumbers: [{ value: phone, type: "mobile" }] }),
    ...(company === undefined ? {} : { organizations: [{ name: company }] }),
  };
}
