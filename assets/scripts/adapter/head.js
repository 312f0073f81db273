/* Loaded in the head, before the first paint, so that the page never flashes in the other look. */
import { wearTheme } from "../page/theme.js";

wearTheme();
