/* Questions and wishes to the server that are no part of Dash: JSON there, JSON back. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});

  /* Give what the server answers; `{ error }` where it refuses, in its words, or does not answer. */
  page.post = async (path, value) => {
    const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) };
    const answer = await fetch(path, request).catch(() => null);
    const text = (await answer?.text().catch(() => "")) || "The server does not answer.";
    try {
      return JSON.parse(text);
    } catch {
      return { error: text.trim() };
    }
  };
})();
