import { serviceToken } from "../../base/service-token.js";
import type { UserId } from "../services/users.js";
import type { ContributionKind } from "./plugin.js";

/** A button of a view; runs a contributed command and reloads the view. */
export interface ViewAction {
  readonly label: string;
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly confirm?: string;
}

/** Content of a view as data; the workbench draws each kind for any plugin. */
export type ViewContent =
  | {
      readonly kind: "list";
      readonly columns: readonly { readonly id: string; readonly label: string }[];
      readonly rows: readonly {
        readonly id: string;
        readonly cells: Readonly<Record<string, string>>;
        readonly open?: { readonly viewId: string; readonly input: Readonly<Record<string, unknown>> };
        readonly actions?: readonly ViewAction[];
      }[];
      /** Said when there are no rows: what this means and what to do. */
      readonly emptyText: string;
    }
  | {
      readonly kind: "record";
      readonly facts: readonly { readonly label: string; readonly value: string }[];
      readonly actions: readonly ViewAction[];
    }
  | {
      readonly kind: "compare";
      /** Two or more, side by side. */
      readonly sides: readonly string[];
      /** Labels differ from row to row; a value for each side. */
      readonly rows: readonly { readonly label: string; readonly values: readonly string[] }[];
      /** Buttons under a side, by its position. */
      readonly sideActions?: readonly (readonly ViewAction[])[];
      /** Buttons that are about no single side. */
      readonly actions: readonly ViewAction[];
    }
  | {
      readonly kind: "question";
      readonly text: string;
      readonly details: readonly string[];
      readonly answers: readonly ViewAction[];
    }
  | { readonly kind: "progress"; readonly text: string; readonly done: number; readonly total: number | undefined }
  | { readonly kind: "form"; readonly schema: Readonly<Record<string, unknown>>; readonly submit: ViewAction }
  /** A page of the plugin's own, the manifest's `document`, in a sandboxed frame; `data` is what it starts with. */
  | { readonly kind: "page"; readonly data: unknown };

/** A screen a plugin declares. */
export interface View {
  load(input: Readonly<Record<string, unknown>>, viewer: UserId): Promise<ViewContent>;
}

/** Contribution point `views`. */
export const View: ContributionKind<View> = { point: "views", token: serviceToken<View>("view") };
