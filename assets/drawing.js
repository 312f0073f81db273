/* Plotly is most of the page's script. It is asked for at once, and read by the browser while the
   server makes the first picture: not before, for nothing else goes on meanwhile. What is to be drawn
   waits for it. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const LATEST = 2000; // milliseconds until it is read in any case
  const AGAIN = 2000; // milliseconds until it is asked for again, where the server did not answer

  const load = (arrive) => {
    const script = document.createElement("script");
    script.addEventListener("error", () => setTimeout(() => load(arrive), AGAIN));
    script.addEventListener("load", arrive);
    script.src = document.getElementById("plotly").href;
    document.head.append(script);
  };

  const arrived = new Promise((arrive) => {
    let begun = false;
    page.readPlotly = () => {
      if (!begun) load(arrive);
      begun = true;
    };
  });
  setTimeout(page.readPlotly, LATEST);

  /* One drawing after the other, and of those that wait in a place only the last; one that fails is
     told to the console, and the next is drawn all the same. */
  const wanted = new WeakMap();
  const queues = new WeakMap();
  page.draw = (place, name, figure) => {
    wanted.set(place, figure);
    const before = queues.get(place) || arrived;
    const drawn = before.then(() => wanted.get(place) === figure && drawNow(place, name, figure));
    queues.set(place, drawn.catch(console.error));
  };

  const drawNow = async (place, name, { data, layout, config }) => {
    const first = !place.on;
    await window.Plotly.react(place, { data, layout: { ...layout }, config: { ...config } });
    if (first) Object.entries(page.heard[name]).forEach(([event, hear]) => place.on(event, hear));
  };
})();
