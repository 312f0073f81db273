/* Say so where the server does not answer, or its store is away, and stop saying so when they are
   back. */
(() => {
  "use strict";
  const ask = window.fetch.bind(window);
  const AWAY = 503;
  const AGAIN = 3000; // milliseconds until the layout is asked for again
  let usual = "";
  const tell = (gone, words) => {
    const place = document.querySelector(".offline");
    usual = usual || place.textContent;
    const told = words ? `${words} What you see stays; the page goes on by itself.` : usual;
    if (gone && place.textContent !== told) place.textContent = told;
    document.documentElement.dataset.offline = gone ? "yes" : "no";
  };
  const wait = () => new Promise((done) => setTimeout(done, AGAIN));
  // Without its layout there is no page that could ask again.
  const isLayout = (asked) => String(asked?.url || asked).includes("_dash-layout");
  const page = (window.timelinePage = window.timelinePage || {});

  window.fetch = async (...request) => {
    try {
      let answer = await ask(...request);
      while (answer.status === AWAY) {
        tell(true, (await answer.clone().text()).trim());
        if (!isLayout(request[0])) return answer;
        await wait();
        answer = await ask(...request);
      }
      if (answer.status === 401) location.reload(); // the session is over: the login page comes
      if (document.documentElement.dataset.offline === "yes") {
        tell(false);
        // What was asked meanwhile was lost: draw anew what the address names.
        page.askAgain();
      }
      return answer;
    } catch (error) {
      if (error.name !== "AbortError") tell(true);
      throw error;
    }
  };
})();
