import { toApiError } from "../api/api-error.js";
import { messageFromPage } from "../api/page-messages.js";
import type { MessageToPage } from "../api/page-messages.js";
import type { CommandResult, Values } from "../api/payloads.js";
import { viewsTexts } from "../texts/en/views-texts.js";

interface PageChannel {
  /** `plugin.thing`: whose page it is. */
  readonly viewId: string;
  /** Runs a command as the signed-in user; the host checks what that user may. */
  readonly call: (command: string, input: Values) => Promise<CommandResult>;
  readonly onHeight: (pixels: number) => void;
  readonly tell: (message: MessageToPage) => void;
}

/** In CSS pixels; a page cannot make itself invisible, nor the screen endless. */
const heights = { least: 80, most: 20_000 };

/**
 * Does what a page asks for: commands of its own plugin, and room (X3). Anything else goes unanswered.
 * @returns what hears each message of the page
 */
export function answerPage({ viewId, call, onHeight, tell }: PageChannel): (sent: unknown) => void {
  const [pluginId = ""] = viewId.split(".");
  const run = async (number: number, command: string, input: Values): Promise<void> => {
    try {
      tell({ kind: "result", call: number, result: await call(command, input) });
    } catch (failure) {
      const { code, message, hint } = toApiError(failure);
      tell({ kind: "refused", call: number, code, message, ...(hint === undefined ? {} : { hint }) });
    }
  };
  return (sent) => {
    const message = messageFromPage(sent);
    if (message?.kind === "height") onHeight(Math.min(heights.most, Math.max(heights.least, message.pixels)));
    if (message?.kind !== "call") return;
    const { call: number, command, input } = message;
    if (command.startsWith(`${pluginId}.`)) void run(number, command, input);
    else
      tell({
        kind: "refused",
        call: number,
        code: "not-its-command",
        message: viewsTexts.notItsCommand(command),
      });
  };
}
