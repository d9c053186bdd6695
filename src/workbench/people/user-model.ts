import type { KeptUser, SecurityGroup, TypedUser } from "../api/people-payloads.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { peopleTexts } from "../texts/en/people-texts.js";

const texts = peopleTexts.user;

/** What of a user the form changes. */
export function typedOf(user: KeptUser | undefined): TypedUser {
  return {
    initials: user?.initials ?? "",
    firstName: user?.firstName ?? "",
    lastName: user?.lastName ?? "",
    email: user?.email ?? null,
    securityGroupId: user?.securityGroupId ?? null,
    colour: user?.colour ?? null,
    isInactive: user?.isInactive ?? false,
  };
}

/** Values somebody else has changed too, in words (G9). */
export function userDifferences(
  names: readonly (keyof TypedUser)[],
  mine: TypedUser,
  theirs: TypedUser,
  groups: readonly SecurityGroup[],
): readonly { readonly label: string; readonly mine: string; readonly theirs: string }[] {
  const shown = (name: keyof TypedUser, user: TypedUser): string => {
    if (name === "isInactive") return user.isInactive ? commonTexts.yes : commonTexts.no;
    if (name === "securityGroupId")
      return groups.find(({ id }) => id === user.securityGroupId)?.name ?? commonTexts.nothing;
    return user[name] ?? commonTexts.nothing;
  };
  return names.map((name) => ({ label: labelOf(name), mine: shown(name, mine), theirs: shown(name, theirs) }));
}

/** What the fields are called, one after the other. */
export function userFieldNames(names: readonly (keyof TypedUser)[]): string {
  return names.map(labelOf).join(", ");
}

function labelOf(name: keyof TypedUser): string {
  return labels[name];
}

const labels: Readonly<Record<keyof TypedUser, string>> = {
  initials: texts.initials,
  firstName: texts.firstName,
  lastName: texts.lastName,
  email: texts.email,
  securityGroupId: texts.securityGroup,
  colour: texts.color,
  isInactive: texts.inactive,
  password: texts.newPassword,
};
