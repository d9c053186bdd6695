import { written } from "../plural.js";
import { clientsTexts } from "./clients-texts.js";
import { plural } from "./counting.js";

/** Maintenance > Client > Client Groups, and Tools > Add Clients to Group. */
export const clientGroupsTexts = {
  title: "Client Groups Maintenance",
  oneTitle: "Client Group",
  addTitle: "Add Client Group",
  all: "All client groups",
  notFound: "There is no such client group.",
  empty: "There are no client groups yet. Click Add to make one for clients who belong together.",
  tableName: "Client groups",
  columns: { name: "Name", clients: "Clients", inactive: "Inactive" },
  isInactive: "This group is inactive.",
  inactive: "Inactive",
  remove: "Remove from Group",
  noMember: "No client of this group is found.",
  membersName: (group: string) => `Clients in ${group}`,
  foundAndChosen: (found: number, chosen: number, locale: string) => {
    const clients = clientsTexts.count(found, locale);
    return chosen === 0 ? clients : `${clients}, ${written(chosen, locale)} chosen`;
  },
  adding: {
    title: "Add Clients to Group",
    steps: "Steps",
    step: (number: number, title: string) => `${number}. ${title}`,
    stepTitles: { group: "Client Group", clients: "Clients", confirm: "Confirm" },
    whichGroup: "Which group are clients added to?",
    newGroup: "New group",
    existingGroup: "Existing group",
    group: "Client Group",
    nobodyFound: "No client is found who is not in the group already.",
    tableName: "Clients to choose from",
    chooseAll: (count: string) => `Choose All ${count} Found`,
    chooseNone: "Choose None",
    chosen: (clients: string) => `${clients} chosen`,
    isAdded: (count: number, group: { readonly name: string; readonly isNew: boolean }, locale: string) => {
      const who = `${clientsTexts.count(count, locale)} ${plural(count, { one: "is", other: "are" })}`;
      return `${who} added to the ${group.isNew ? "new group" : "group"} “${group.name}”.`;
    },
  },
};
