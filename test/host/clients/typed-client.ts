import type { TypedClient } from "../../../src/host/clients/typed-client.js";

const nowhere = { street: "", city: "", region: "", postalCode: "", country: "" };

/** A client as its screen sends it, where a test names only what matters to it. */
export function aTypedClient(values: Partial<TypedClient> = {}): TypedClient {
  return {
    firstName: "Rosa",
    lastName: "Example",
    company: "",
    jobTitle: "",
    salutation: "",
    email: "rosa@example.test",
    mainAddress: nowhere,
    mailingAddress: nowhere,
    birthDate: "",
    anniversary: "",
    notes: "",
    status: "Active",
    isInactive: false,
    phones: [],
    ...values,
  };
}
