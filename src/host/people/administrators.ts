import type { SecurityGroup, UserFields } from "../studio-data/index.js";

/** As much of a user as decides whether they administer the studio. */
export type PossibleAdministrator = Pick<UserFields, "isInactive" | "securityGroupId"> & {
  readonly hasPassword: boolean;
};

/** Whether anybody could sign in, with security on, and change users and Company Preferences. */
export function someoneAdministers(users: readonly PossibleAdministrator[], groups: readonly SecurityGroup[]): boolean {
  const mayAdminister = ({ clearances }: SecurityGroup): boolean =>
    [clearances.Users, clearances["Company Preferences"]].every(
      (level) => level === "add-modify" || level === "delete",
    );
  const enough = new Set(groups.filter(mayAdminister).map(({ id }) => id));
  return users.some(
    ({ isInactive, securityGroupId, hasPassword }) =>
      !isInactive && hasPassword && securityGroupId !== undefined && enough.has(securityGroupId),
  );
}
