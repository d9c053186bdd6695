import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";

import { SunMoonIcon } from "../common/icons.js";
import { shellTexts } from "../texts/en/shell-texts.js";

/** Light or dark, whatever the computer says; remembered by this browser. */
export function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme("light");
  const other = shown === "light" ? "dark" : "light";
  const label = other === "dark" ? shellTexts.showDark : shellTexts.showLight;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" size="lg" color="gray" aria-label={label} onClick={() => setColorScheme(other)}>
        <SunMoonIcon />
      </ActionIcon>
    </Tooltip>
  );
}
