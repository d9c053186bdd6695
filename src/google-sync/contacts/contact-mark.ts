/** Who made a contact: found again where the answer to its creation was lost (K10). */
export interface ContactOwner {
  readonly studioGuid: string;
  readonly userGuid: string;
  readonly clientGuid: string;
}

const key = "spectraClient";

/** What a contact of ours carries out of sight (google.md 3.4). No secrets: any app with the permission can read it. */
export function markOfContact({ studioGuid, userGuid, clientGuid }: ContactOwner): Readonly<Record<string, string>> {
  return { [key]: [studioGuid, userGuid, clientGuid].join("/") };
}

/** The owner a contact's mark names; undefined without a whole mark of ours. */
export function ownerOfContact(clientData: Readonly<Record<string, string>>): ContactOwner | undefined {
  const [studioGuid, userGuid, clientGuid, ...more] = clientData[key]?.split("/") ?? [];
  if (studioGuid === undefined || userGuid === undefined || clientGuid === undefined || more.length > 0)
    return undefined;
  return { studioGuid, userGuid, clientGuid };
}
