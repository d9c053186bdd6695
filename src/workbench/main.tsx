import "@mantine/core/styles.css";
import "./workbench.css";

import { MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./app.js";
import { RouterProvider } from "./routing/router.js";
import { readableColors, theme } from "./theme.js";

const place = document.querySelector("#workbench");
if (place === null) throw new Error("The page has no place for the workbench");

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={readableColors} defaultColorScheme="auto">
      <RouterProvider>
        <App />
      </RouterProvider>
    </MantineProvider>
  </StrictMode>,
);
