import type { ClearanceArea, ClearanceLevel, UserId } from "../../api/index.js";

/** Someone who works in the sample studio. */
export interface SamplePerson {
  readonly initials: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** No secret: it is printed when the sample is made, and stands in `samples/README.md`. */
  readonly password: string;
  readonly securityGroup: string;
  readonly role: "owner" | "photographer" | "assistant";
  readonly colour: string;
}

/** Everyone in the sample studio, the owner first. All invented. */
export const samplePeople: readonly SamplePerson[] = [
  {
    initials: "OH",
    firstName: "Olivia",
    lastName: "Hartwell",
    email: "olivia@example.test",
    password: "olivia-demo",
    securityGroup: "Administrators",
    role: "owner",
    colour: "#7048e8",
  },
  {
    initials: "MA",
    firstName: "Mateo",
    lastName: "Álvarez",
    email: "mateo@example.test",
    password: "mateo-demo",
    securityGroup: "Photographers",
    role: "photographer",
    colour: "#1c7ed6",
  },
  {
    initials: "GO",
    firstName: "Grace",
    lastName: "Okonkwo-Lindqvist",
    email: "grace@example.test",
    password: "grace-demo",
    securityGroup: "Photographers",
    role: "photographer",
    colour: "#2f9e44",
  },
  {
    initials: "JT",
    firstName: "Jun",
    lastName: "Tanaka",
    email: "jun@example.test",
    password: "jun-demo",
    securityGroup: "Assistants",
    role: "assistant",
    colour: "#e8590c",
  },
];

/** What each security group of the sample may do; areas not named are "none". */
export const sampleSecurityGroups: readonly {
  readonly name: string;
  readonly clearances: Readonly<Partial<Record<ClearanceArea, ClearanceLevel>>>;
}[] = [
  {
    name: "Administrators",
    clearances: {
      Appointments: "delete",
      Sessions: "delete",
      Clients: "delete",
      Users: "delete",
      "Company Preferences": "delete",
      "Control Center": "delete",
      "Plugin Manager": "delete",
    },
  },
  {
    name: "Photographers",
    clearances: { Appointments: "delete", Sessions: "delete", Clients: "add-modify", "Control Center": "view" },
  },
  { name: "Assistants", clearances: { Appointments: "add-modify", Sessions: "view", Clients: "view" } },
];

/** The people as the schedule needs them. */
export interface SampleStaff {
  readonly owner: UserId;
  readonly photographers: readonly [UserId, UserId];
  readonly assistant: UserId;
  readonly everyone: readonly UserId[];
}
