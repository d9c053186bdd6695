import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("./", import.meta.url));

/** Of the words on screen: a folder in `texts` with the modules of `texts/en`. */
const language = process.env["WORKBENCH_LANGUAGE"] ?? "en";

export default defineConfig({
  root,
  plugins: [
    react(),
    { name: "language-of-page", transformIndexHtml: (html) => html.replace('lang="en"', `lang="${language}"`) },
  ],
  resolve: {
    alias: [
      {
        find: "@rjsf/validator-ajv8",
        replacement: fileURLToPath(new URL("preferences/no-compiling-validator.ts", import.meta.url)),
      },
      { find: /^(.*\/texts)\/en\/(.*)$/, replacement: `$1/${language}/$2` },
    ],
  },
  build: {
    outDir: fileURLToPath(new URL("../../dist/workbench", import.meta.url)),
    emptyOutDir: true,
    reportCompressedSize: false,
    // The first browsers with CSS `light-dark()`, which must stay as it is: the colour scheme is set at run time.
    target: ["chrome123", "firefox120", "safari17.5"],
    // Files of the page only: the content security policy allows no script and no style sheet inside HTML.
    assetsInlineLimit: 0,
  },
});
