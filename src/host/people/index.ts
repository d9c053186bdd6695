export { PeopleKeeper } from "./people-keeper.js";
export type { KeptUser } from "./people-keeper.js";
