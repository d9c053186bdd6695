import { Command, Studio } from "spectra-google-sync/api";

/** Called once, when the plugin is enabled; everything the manifest declares is implemented here. */
export function activate(context) {
  const studio = context.service(Studio);
  context.implement(Command, "hello-studio.greet", {
    async run() {
      const { name } = await studio.facts();
      return { value: { greeted: name }, text: `Hello, ${name}!`, hasFailures: false };
    },
  });
}
