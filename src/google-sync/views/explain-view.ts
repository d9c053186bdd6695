import type { View, ViewContent } from "../../api/index.js";
import { injectable } from "../../base/service-token.js";

/** Maintenance > Google Sync > Why Is It Not Here: asks what to look for (R4). */
@injectable()
export class ExplainView implements View {
  load(): Promise<ViewContent> {
    return Promise.resolve({
      kind: "form",
      schema: {
        type: "object",
        properties: {
          search: {
            type: "string",
            title: "Title or name",
            description:
              "A part of the title of an event in Google, or of the name of a contact; or a client's whole name.",
          },
        },
      },
      submit: { label: "Look For It", command: "google-sync.explain", input: {} },
    });
  }
}
