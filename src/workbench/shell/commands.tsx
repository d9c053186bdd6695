import { Modal, Text } from "@mantine/core";
import { createContext, use, useMemo, useState } from "react";
import type { ReactNode } from "react";

import { sentences, toApiError } from "../api/api-error.js";
import type { CommandResult, CommandSummary, Values } from "../api/payloads.js";
import { Notice } from "../common/notice.js";
import { useRouter } from "../routing/router.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { useApi } from "./session.js";

/** Runs contributed commands and shows what they say. */
export interface Commands {
  /** From a menu or a notification: opens the view the command names, or shows its text. */
  readonly run: (id: string) => void;
  /** From a button of a view, which says itself what came of it. */
  readonly call: (id: string, input: Values) => Promise<CommandResult>;
  /** A command's title; undefined when its plugin is gone. */
  readonly titleOf: (id: string) => string | undefined;
}

interface Said {
  readonly title: string;
  readonly text: string;
  readonly isProblem: boolean;
}

const CommandsContext = createContext<Commands | undefined>(undefined);

export function useCommands(): Commands {
  const commands = use(CommandsContext);
  if (commands === undefined) throw new Error("There is no CommandsProvider above this component");
  return commands;
}

interface CommandsProviderProps {
  readonly commands: readonly CommandSummary[];
  readonly children: ReactNode;
}

export function CommandsProvider({ commands, children }: CommandsProviderProps) {
  const api = useApi();
  const { go } = useRouter();
  const [said, setSaid] = useState<Said | undefined>();

  const value = useMemo<Commands>(() => {
    const titleOf = (id: string): string | undefined => commands.find((command) => command.id === id)?.title;
    const call = (id: string, input: Values): Promise<CommandResult> =>
      api.post<CommandResult>(`/api/commands/${encodeURIComponent(id)}`, { input });
    const run = (id: string): void => {
      const title = titleOf(id) ?? id;
      call(id, {}).then(
        ({ open, text, hasFailures }) => {
          if (open === undefined) setSaid({ title, text, isProblem: hasFailures });
          else go({ kind: "view", ...open });
        },
        (failure: unknown) => {
          setSaid({ title, text: sentences(toApiError(failure)), isProblem: true });
        },
      );
    };
    return { run, call, titleOf };
  }, [api, commands, go]);

  return (
    <CommandsContext value={value}>
      {children}
      <Modal
        opened={said !== undefined}
        onClose={() => setSaid(undefined)}
        title={said?.title}
        centered
        closeButtonProps={{ "aria-label": commonTexts.close }}
      >
        {said?.isProblem === true && <Notice severity="error" text={said.text} />}
        {said?.isProblem === false && <Text className="wb-prewrap">{said.text}</Text>}
      </Modal>
    </CommandsContext>
  );
}
