/** What the API knows about one field of a person. */
export interface PersonField {
  /** The field's number in the mask a person's etag begins with. */
  readonly number: number;
  /** What a client may set of a value. */
  readonly writable: readonly string[];
  /** What only Google sets; ignored when it is sent back. */
  readonly output: readonly string[];
  /** A contact has one value at most. */
  readonly isSingleton: boolean;
}

function field(
  number: number,
  writable: string,
  { output = "", isSingleton = false }: { readonly output?: string; readonly isSingleton?: boolean } = {},
): PersonField {
  const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");
  return { number, writable: words(writable), output: words(output), isSingleton };
}

const typed = { output: "formattedType" };

/**
 * The fields a mask may name. Which number belongs to which field is Google's secret;
 * the eleven of the recorded etag are kept, the others are made up.
 */
export const personFields = {
  metadata: field(0x2e, ""),
  addresses: field(
    0x01,
    "type formattedValue poBox streetAddress extendedAddress city region postalCode country countryCode",
    typed,
  ),
  names: field(
    0x02,
    "familyName givenName middleName honorificPrefix honorificSuffix phoneticFullName phoneticFamilyName phoneticGivenName phoneticMiddleName phoneticHonorificPrefix phoneticHonorificSuffix unstructuredName",
    { output: "displayName displayNameLastFirst", isSingleton: true },
  ),
  photos: field(0x3d, "", { output: "url default" }),
  birthdays: field(0x05, "date text", { isSingleton: true }),
  emailAddresses: field(0x06, "value type displayName", typed),
  phoneNumbers: field(0x07, "value type", { output: "canonicalForm formattedType" }),
  biographies: field(0x09, "value contentType", { isSingleton: true }),
  organizations: field(
    0x35,
    "type startDate endDate current name phoneticName department title jobDescription symbol domain location costCenter fullTimeEquivalentMillipercent",
    typed,
  ),
  memberships: field(0x37, "contactGroupMembership", { output: "domainMembership" }),
  userDefined: field(0x3e, "key value"),
  calendarUrls: field(0x10, "url type", typed),
  clientData: field(0x11, "key value"),
  events: field(0x12, "date type", typed),
  externalIds: field(0x13, "value type", typed),
  genders: field(0x14, "value addressMeAs", { output: "formattedValue", isSingleton: true }),
  imClients: field(0x15, "username type protocol", { output: "formattedProtocol formattedType" }),
  interests: field(0x16, "value"),
  locales: field(0x17, "value"),
  locations: field(0x18, "value type current buildingId floor floorSection deskCode"),
  miscKeywords: field(0x19, "value type", typed),
  nicknames: field(0x1a, "value type"),
  occupations: field(0x1b, "value"),
  relations: field(0x1c, "person type", typed),
  sipAddresses: field(0x1d, "value type", typed),
  urls: field(0x1e, "value type", typed),
  ageRanges: field(0x20, "", { output: "ageRange" }),
  coverPhotos: field(0x21, "", { output: "url default" }),
  skills: field(0x22, "", { output: "value" }),
} as const satisfies { readonly [name: string]: PersonField };

export type PersonFieldName = keyof typeof personFields;

// The keys of a constant object are exactly the names its type lists.
export const personFieldNames = Object.keys(personFields) as readonly PersonFieldName[];

const readOnly: readonly PersonFieldName[] = ["metadata", "photos", "ageRanges", "coverPhotos", "skills"];

/** What `updatePersonFields` and `updateMask` may name. */
export const updatableFields = personFieldNames.filter((name) => !readOnly.includes(name));

/** Of the Person message, but in no mask: ignored when sent. */
export const ignoredPersonKeys = [
  "resourceName",
  "etag",
  "ageRange",
  "braggingRights",
  "fileAses",
  "relationshipInterests",
  "relationshipStatuses",
  "residences",
  "taglines",
];
