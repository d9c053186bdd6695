import { CodedError } from "../../base/coded-error.js";

/** A plugin asked for the preferences of another plugin. */
export class ForeignPageError extends CodedError {
  readonly code = "foreign-page";
  constructor(pluginId: string, pageId: string) {
    super(`The page ${pageId} does not belong to the plugin ${pluginId}`);
  }
}

/** A user's page was asked for as the company's, or the other way round. */
export class WrongPageOwnerError extends CodedError {
  readonly code = "wrong-page-owner";
  constructor(pageId: string, owner: "user" | "company") {
    super(`${pageId} is a page of ${owner === "user" ? "a user" : "the company"}`);
  }
}
