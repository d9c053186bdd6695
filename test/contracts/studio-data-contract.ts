import type { TestStudio } from "../support/studio.js";
import { bookingsContract } from "./bookings-contract.js";
import { claimsContract } from "./claims-contract.js";
import { clientCardsContract } from "./client-cards-contract.js";
import { clientListsContract } from "./client-lists-contract.js";
import { clientsContract } from "./clients-contract.js";
import { erasuresContract } from "./erasures-contract.js";
import { operationsContract } from "./operations-contract.js";
import { outgoingMailsContract } from "./outgoing-mails-contract.js";
import { peopleContract } from "./people-contract.js";
import { scheduleConflictsContract } from "./schedule-conflicts-contract.js";
import { scheduleContract } from "./schedule-contract.js";

/** Everything studio data promises, whatever database it is on. @param open a new, empty, migrated studio */
export function studioDataContract(open: () => Promise<TestStudio>): void {
  describe("the schedule", () => scheduleContract(open));
  describe("claims", () => claimsContract(open));
  describe("people", () => peopleContract(open));
  describe("operations", () => operationsContract(open));
  erasuresContract(open);
  outgoingMailsContract(open);
  clientCardsContract(open);
  scheduleConflictsContract(open);
  clientsContract(open);
  describe("lists of clients and groups", () => clientListsContract(open));
  describe("bookings as the studio's screens keep them", () => bookingsContract(open));
}
