import { Button } from "@mantine/core";

import type { ViewAction } from "../api/payloads.js";
import { commonTexts } from "../texts/en/common-texts.js";

interface ViewButtonsProps {
  readonly actions: readonly ViewAction[];
  readonly busy: ViewAction | undefined;
  readonly onPress: (action: ViewAction) => void;
  readonly isSmall?: boolean;
  /** What the buttons are about, where several rows have the same ones. */
  readonly about?: string;
}

/** The buttons of a view, or of a row of it. */
export function ViewButtons({ actions, busy, onPress, isSmall = false, about }: ViewButtonsProps) {
  if (actions.length === 0) return null;
  return (
    <div className={isSmall ? "wb-buttons" : "wb-buttons wb-page-buttons"}>
      {actions.map((action) => (
        <Button
          key={`${action.command} ${action.label}`}
          size={isSmall ? "compact-sm" : "sm"}
          variant="default"
          aria-label={about === undefined ? undefined : commonTexts.actionOn(action.label, about)}
          loading={busy === action}
          disabled={busy !== undefined && busy !== action}
          onClick={() => onPress(action)}
        >
          {action.label}
        </Button>
      ))}
    </div>
  );
}
