import { createTheme } from "@mantine/core";
import type { CSSVariablesResolver, MantineColorsTuple } from "@mantine/core";

const petrol: MantineColorsTuple = [
  "#eaf6f7",
  "#d3e9eb",
  "#a5d3d7",
  "#74bcc2",
  "#4ba7af",
  "#2a8b94",
  "#1c747d",
  "#115e67",
  "#0c4a52",
  "#07363c",
];

/** Greys with a little of the petrol, for the dark scheme. */
const dark: MantineColorsTuple = [
  "#ccd2d6",
  "#b8bec4",
  "#868e95",
  "#687178",
  "#454d54",
  "#3a4147",
  "#2a3136",
  "#1f2428",
  "#181c20",
  "#121518",
];

/** The look of the workbench. */
export const theme = createTheme({
  colors: { petrol, dark },
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  headings: { fontWeight: "600", sizes: { h1: { fontSize: "1.5rem" }, h2: { fontSize: "1.125rem" } } },
  components: {
    Modal: { styles: { title: { fontWeight: 600, fontSize: "1.1rem" } } },
    Tooltip: { defaultProps: { withArrow: true } },
  },
});

/** Darker secondary texts than Mantine's own, which miss the contrast WCAG 2.2 asks for (1.4.3). */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#495057",
    "--mantine-color-placeholder": "#5c636a",
    "--mantine-color-error": "#b42318",
    "--workbench-bar": "#ffffff",
    "--workbench-ground": "#f4f6f7",
    "--workbench-line": "#d5dbde",
    "--workbench-control": "#7c858d",
    "--workbench-warning": "#8a4b00",
    "--workbench-good": "#1b6e3c",
  },
  dark: {
    "--mantine-color-dimmed": "#b8bec4",
    "--mantine-color-placeholder": "#9aa1a8",
    "--mantine-color-error": "#ff9a8f",
    "--workbench-bar": "#1f2428",
    "--workbench-ground": "#15191c",
    "--workbench-line": "#3a4147",
    "--workbench-control": "#7f8890",
    "--workbench-warning": "#ffc078",
    "--workbench-good": "#8ce99a",
  },
});
