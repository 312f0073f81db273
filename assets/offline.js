/* Say so where the server does not answer, and stop saying so when it does. */
(() => {
  "use strict";
  const ask = window.fetch.bind(window);
  const tell = (gone) => (document.documentElement.dataset.offline = gone ? "yes" : "no");
  const page = (window.timelinePage = window.timelinePage || {});

  window.fetch = async (...request) => {
    try {
      const answer = await ask(...request);
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
