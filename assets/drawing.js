/* Plotly is most of the page's script. It is asked for at once, and read by the browser while the
   server makes the first picture: not before, for nothing else goes on meanwhile. What is to be drawn
   waits for it. A graph that has nothing to show yet
   is not drawn at all: Plotly would draw its empty axes first, and everything twice. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const LATEST = 2000; // milliseconds until it is read in any case
  const AGAIN = 2000; // milliseconds until it is asked for again, where the server did not answer

  /* Before the server has drawn anything, Dash hands over an empty figure of its own. */
  const shows = ({ data, layout }) => Boolean(data?.length || layout?.xaxis);

  const load = (arrive) => {
    const script = document.createElement("script");
    script.addEventListener("error", () => setTimeout(() => load(arrive), AGAIN));
    script.addEventListener("load", () => {
      const plotly = window.Plotly;
      const react = plotly.react;
      plotly.react = (graph, figure) => draw(graph, figure, react);
      arrive(react);
    });
    script.src = document.getElementById("plotly").href;
    document.head.append(script);
  };

  /* Dash listens to a graph once it is drawn the first time; the same holds for one that waits. */
  const waiting = new WeakMap();
  const wait = (graph) => {
    const listeners = [];
    waiting.set(graph, listeners);
    graph.on = (...listener) => listeners.push(listener);
    return Promise.resolve(graph);
  };

  const draw = (graph, figure, react) => {
    if (!shows(figure) && !graph.data) return wait(graph);
    const listeners = waiting.get(graph) || [];
    waiting.delete(graph);
    return react(graph, figure).then((drawn) => {
      listeners.forEach((listener) => graph.on(...listener));
      return drawn;
    });
  };

  const arrived = new Promise((arrive) => {
    let begun = false;
    page.readPlotly = () => {
      if (!begun) load(arrive);
      begun = true;
    };
  });
  setTimeout(page.readPlotly, LATEST);

  window.Plotly = {
    react: (graph, figure) =>
      shows(figure) ? arrived.then((react) => draw(graph, figure, react)) : wait(graph),
    Plots: { resize: () => Promise.resolve() },
    purge: () => {},
  };
})();
