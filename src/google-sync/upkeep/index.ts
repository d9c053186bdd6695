/** What the plugin keeps only for a while, and nothing of erased clients (R6). */
export { Forgetting } from "./forgetting.js";
export { KnexForgetting } from "./knex-forgetting.js";
export { upkeepMigration } from "./migrations/010-upkeep.js";
export { Upkeep } from "./upkeep.js";
