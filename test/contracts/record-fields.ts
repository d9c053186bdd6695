import { wallTime } from "../../src/base/wall-time.js";
import type { AppointmentFields, ClientFields, SessionFields } from "../../src/host/studio-data/index.js";

/** Whole records for the host's stores, where a test names only what matters to it. */

const when = { start: wallTime("2026-07-06T10:00:00"), end: wallTime("2026-07-06T11:00:00"), isAllDay: false };

export function aClientsFields(values: Partial<ClientFields>): ClientFields {
  return {
    firstName: "Clara",
    lastName: "Client",
    company: "Example Ltd",
    jobTitle: "Baker",
    salutation: "Ms",
    email: "clara@example.test",
    mainAddress: { street: "1 High Street", city: "Springfield", region: "IL", postalCode: "62701", country: "US" },
    mailingAddress: { street: "", city: "", region: "", postalCode: "", country: "" },
    birthDate: "--05-04",
    anniversary: undefined,
    notes: "Likes the park",
    status: "Active",
    isInactive: false,
    phones: [
      { id: undefined, label: "Mobile", number: "555-0100" },
      { id: undefined, label: "Home", number: "555-0101" },
    ],
    ...values,
  };
}

export function anAppointmentsFields(values: Partial<AppointmentFields>): AppointmentFields {
  return {
    description: "Fitting",
    when,
    location: "Studio 2",
    notes: "Hats",
    status: "scheduled",
    clientId: undefined,
    bookedBy: undefined,
    privateOwner: undefined,
    isFree: false,
    userIds: [],
    resourceIds: [],
    ...values,
  };
}

export function aSessionsFields(values: Partial<SessionFields> & Pick<SessionFields, "clientId">): SessionFields {
  return {
    sessionType: "Family",
    description: "Autumn portraits",
    when,
    location: "Park",
    notes: "",
    status: "scheduled",
    isConfirmed: false,
    photographerId: undefined,
    assistantId: undefined,
    bookedBy: undefined,
    resourceIds: [],
    ...values,
  };
}
