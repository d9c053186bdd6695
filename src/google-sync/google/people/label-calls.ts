import { callOptions } from "../google-library.js";
import type { GoogleCall } from "../google-session.js";
import { jsonObject } from "../read-json.js";
import type { Json } from "../read-json.js";
import type { ContactLabel } from "./google-person.js";

const labelsInPage = 1000;
/** Names added and removed in one request, together. */
export const membersInChange = 1000;
const labelFields = "groupType,name";

export function listLabelsCall(pageToken: string | undefined): GoogleCall<Json> {
  return {
    operation: "labels-list",
    units: 1,
    use: "contacts",
    send: async (library, signal) => {
      const { contactGroups } = await library.people();
      return contactGroups.list({ pageSize: labelsInPage, groupFields: labelFields, pageToken }, callOptions(signal));
    },
    read: ({ body }) => jsonObject(body, "the page of labels"),
  };
}

export function createLabelCall(name: string): GoogleCall<Json> {
  return {
    operation: "label-create",
    units: 1,
    use: "contact-change",
    send: async (library, signal) => {
      const { contactGroups } = await library.people();
      const requestBody = { contactGroup: { name }, readGroupFields: labelFields };
      return contactGroups.create({ requestBody }, callOptions(signal));
    },
    read: ({ body }) => jsonObject(body, "the new label"),
  };
}

export function renameLabelCall({ resourceName, etag }: ContactLabel, name: string): GoogleCall<Json> {
  return {
    operation: "label-rename",
    units: 1,
    use: "contact-change",
    send: async (library, signal) => {
      const { contactGroups } = await library.people();
      const requestBody = {
        contactGroup: { etag, name },
        updateGroupFields: "name",
        readGroupFields: labelFields,
      };
      return contactGroups.update({ resourceName, requestBody }, callOptions(signal));
    },
    read: ({ body }) => jsonObject(body, "the renamed label"),
  };
}

export function changeMembersCall(
  label: string,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): GoogleCall<Json> {
  return {
    operation: "label-members",
    units: 1,
    use: "contact-change",
    send: async (library, signal) => {
      const { contactGroups } = await library.people();
      const requestBody = { resourceNamesToAdd: [...add], resourceNamesToRemove: [...remove] };
      return contactGroups.members.modify({ resourceName: label, requestBody }, callOptions(signal));
    },
    read: ({ body }) => jsonObject(body, "the answer about a label's members"),
  };
}
