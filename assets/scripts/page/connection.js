/* Say so where the server does not answer, or its store is away, and stop saying so when they are
   back. */
import { first } from "./dom.js";
import { askAgain } from "./state.js";
import { words } from "./words.js";

const AWAY = 503;
const AGAIN = 3000; // milliseconds until the layout is asked for again

let usual = "";
/** @param {boolean} gone @param {string} [why] */
const tell = (gone, why) => {
  const place = first(".offline");
  usual = usual || place.textContent;
  const told = why ? words("page.goes-on", { why }) : usual;
  if (gone && place.textContent !== told) place.textContent = told;
  document.documentElement.dataset.offline = gone ? "yes" : "no";
};
/** @param {Response} answer */
const wordsOf = async (answer) => {
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  return isJson ? (await answer.json()).detail : (await answer.text()).trim();
};
const wait = () => new Promise((done) => setTimeout(done, AGAIN));

/** Without its layout there is no page that could ask again.
 * @param {RequestInfo | URL} asked */
const isLayout = (asked) => (asked instanceof Request ? asked.url : String(asked)).includes("_dash-layout");

/** Return a `fetch` that watches whether the server answers.
 * @param {typeof fetch} ask @returns {typeof fetch} */
export const watched =
  (ask) =>
  async (...request) => {
    try {
      let answer = await ask(...request);
      while (answer.status === AWAY) {
        tell(true, await wordsOf(answer.clone()));
        if (!isLayout(request[0])) return answer;
        await wait();
        answer = await ask(...request);
      }
      if (answer.status === 401) location.reload(); // the session is over: the login page comes
      if (document.documentElement.dataset.offline === "yes") {
        tell(false);
        askAgain();
      }
      return answer;
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") tell(true);
      throw error;
    }
  };
