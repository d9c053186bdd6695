export type { ContributionOwner } from "./contribution-owner.js";
export type { Contribution, ContributionPoint } from "./contribution-point.js";
export { ContributionPoints, Contributions, declaredIds } from "./contribution-points.js";
export { PluginCallFailedError, UnknownContributionError } from "./errors.js";
export type { DeclaredPreferencePage } from "./contribution-points.js";
