/** Who may import whom (docs/architecture.md, "Walls"). Run by `npm run walls`. */
const ours = (path) => `^src/${path}`;
const library = (name) => `node_modules/${name}`;

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: { path: "^src" },
      to: { circular: true },
    },
    {
      name: "base-knows-nobody",
      severity: "error",
      from: { path: ours("base/") },
      to: { path: "^src/(?!base/)" },
    },
    {
      name: "api-knows-base-only",
      severity: "error",
      from: { path: ours("api/") },
      to: { path: "^src/(?!base/|api/)" },
    },
    {
      name: "host-never-imports-the-plugin",
      severity: "error",
      from: { path: ours("host/") },
      to: { path: "^src/(google-sync|local-google|workbench)/" },
    },
    {
      name: "plugin-never-imports-the-host",
      severity: "error",
      from: { path: ours("google-sync/") },
      to: { path: "^src/(host|local-google|workbench)/" },
    },
    {
      name: "local-google-imports-base-only",
      severity: "error",
      from: { path: ours("local-google/") },
      to: { path: "^src/(?!base/|local-google/)" },
    },
    {
      name: "engine-is-plain",
      severity: "error",
      from: { path: ours("google-sync/engine/") },
      to: { path: "^src/(?!base/|google-sync/engine/)" },
    },
    {
      name: "engine-has-no-libraries",
      severity: "error",
      from: { path: ours("google-sync/engine/") },
      to: { dependencyTypes: ["npm", "npm-dev", "core"] },
    },
    {
      name: "google-knows-no-studio",
      severity: "error",
      from: { path: ours("google-sync/google/") },
      to: {
        path: "^src/(?!base/|api/services/(clock|logger|metrics)|google-sync/google/)",
      },
    },
    {
      name: "middle-of-the-plugin-never-looks-up",
      severity: "error",
      from: {
        path: ours("google-sync/(calendar|contacts|links|journal|reports|account|engine|google)/"),
      },
      to: { path: ours("google-sync/(job|tab|commands|index)") },
    },
    {
      name: "googleapis-in-two-rooms",
      severity: "error",
      from: { path: "^src", pathNot: ours("google-sync/(google|account)/") },
      to: {
        path: library("(googleapis|google-auth-library|googleapis-common)/"),
      },
    },
    {
      name: "knex-in-data-rooms",
      severity: "error",
      from: {
        path: "^src",
        pathNot: [
          ours("host/studio-data/"),
          "/knex-[^/]+\\.ts$",
          "/migrations/",
          ours("api/services/plugin-database\\.ts"),
        ],
      },
      to: { path: library("(knex|libsql|mssql|tedious)/") },
    },
    {
      name: "nodemailer-in-mail",
      severity: "error",
      from: { path: "^src", pathNot: ours("host/mail/") },
      to: { path: library("nodemailer/") },
    },
    {
      name: "container-in-few-hands",
      severity: "error",
      from: {
        path: "^src",
        pathNot: [
          ours("host/composition-root\\.ts"),
          ours("host/plugins/"),
          "\\.module\\.ts$",
          ours("base/service-token\\.ts"),
        ],
      },
      to: { path: library("tsyringe/"), dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/workbench/" },
    tsConfig: { fileName: "tsconfig.json" },
    parser: "swc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js"],
    },
  },
};
