/** Utilities > Plugin Manager. */
export const pluginManagerTexts = {
  title: "Plugin Manager",
  empty: "No plugin is installed. Put one into the plugins folder of the data folder, then restart.",
  version: (version: string) => `Version ${version}`,
  invalidManifest: "Its manifest is not valid",
  enabled: (plugin: string) => `${plugin} enabled`,
  brings: "What It Brings",
  folder: "Folder",
};
