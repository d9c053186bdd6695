import type { ClientLimits } from "../../api/index.js";

/** The widths of the columns a client's texts are kept in (C11). SQL Server enforces them. */
export const clientLimits: ClientLimits = {
  firstName: 100,
  lastName: 100,
  salutation: 50,
  company: 200,
  jobTitle: 100,
  email: 254,
  street: 200,
  city: 100,
  region: 100,
  postalCode: 20,
  country: 100,
  phoneLabel: 50,
  phoneNumber: 50,
};
