/* The one place where Dash, React and Plotly meet the page: their globals are named here alone. */
import { showArticle } from "../features/article/article.js";
import { keep, measure } from "../features/chart/chart.js";
import { draw } from "../features/chart/drawing.js";
import { speak } from "../features/chart/speaking.js";
import { markSelected } from "../features/lists/marking.js";
import { showName } from "../features/name/name.js";
import { markStory } from "../features/story/story.js";
import { tellRuns } from "../features/uploads/runs.js";
import { watched } from "../page/connection.js";
import { connect } from "../page/host.js";
import { split, viewLater, whenItStands } from "../shell/opening.js";
import "../shell/features.js";
import { components } from "./components.js";

/* Dash brings its part of this object later, and keeps what is in it. */
window.dash_clientside ??= {};
const dash = () => window.dash_clientside;

connect({
  hand: (name, value) => dash().set_props("values", { [name]: value }),
  plotly: () => window.Plotly,
});

window.fetch = watched(window.fetch.bind(window));

window.timeline_parts = components({
  react: () => window.React,
  isAsked: () => window.dash_component_api.useDashContext().useLoading(),
  draw,
});

/* What Dash calls, by the names in timeline/web (run_script). */
dash().timeline = {
  keep,
  later: viewLater,
  markSelected,
  markStory,
  measure,
  openArticle: showArticle,
  openName: showName,
  speak,
  split: () => split().map((part) => (part === undefined ? dash().no_update : part)),
  stands: whenItStands,
  tellRuns,
};
