import type { ClientGroupRecord, Clearances, Clients, User } from "../../api/index.js";
import type { GoogleUserSettings } from "../../api/schemas/google-user-settings.generated.js";

/** Whose clients a user's contacts are: the chosen group, or why there is none now. */
export type GroupToSync =
  | { readonly kind: "group"; readonly group: ClientGroupRecord }
  /** The user chose none. */
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly code: string; readonly text: string };

/** What decides about the group. */
export interface GroupChoice {
  readonly user: User;
  readonly settings: Pick<GoogleUserSettings, "clientGroupId">;
  /** Whether the person permitted contacts on Google's page (A4). */
  readonly mayUseContacts: boolean;
  readonly services: { readonly clients: Clients; readonly clearances: Clearances };
}

/** The client group, if this user's contacts are to be synced at all (K1, A4, X1). */
export async function groupToSync({ user, settings, mayUseContacts, services }: GroupChoice): Promise<GroupToSync> {
  if (settings.clientGroupId === null) return { kind: "none" };
  if (!mayUseContacts)
    return refused("contacts-not-permitted", "Contacts were not permitted, so contacts are not synced.");
  if (!(await services.clearances.allows(user.id, "Clients", "view"))) {
    return refused(
      "clients-not-visible",
      "This user's clearance does not allow viewing clients, so contacts are not synced.",
    );
  }
  const group = (await services.clients.groups()).find(({ id }) => id === settings.clientGroupId);
  if (group !== undefined && !group.isInactive) return { kind: "group", group };
  return refused(
    "client-group-not-active",
    group === undefined
      ? "The client group does not exist any more, so contacts are not synced. Choose another one on the Google tab."
      : `The client group "${group.name}" is inactive, so contacts are not synced. They stay as they are.`,
  );
}

function refused(code: string, text: string): GroupToSync {
  return { kind: "refused", code, text };
}
