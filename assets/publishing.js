/* Setting an article's publication date: the form asks, the server answers, the page says so. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const asked = new Map(); // requests by their count, until they are answered
  let count = 0;

  const formOf = (answer) =>
    [...document.querySelectorAll('form[data-form="publish"]')].find(
      (form) => form.querySelector("input").id === answer.form,
    );

  const blame = (form, words) => {
    const field = form.querySelector("input");
    const place = form.querySelector(".field-error");
    place.textContent = words;
    words ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
    if (words) field.focus();
  };

  /* What would move, as text: titles come from articles. */
  const foresaw = (form, words, moves) => {
    const place = form.querySelector(".foreseen");
    place.replaceChildren();
    if (!words) return;
    const line = (kind, text) => Object.assign(document.createElement(kind), { textContent: text });
    place.append(line("p", words));
    const list = document.createElement("ul");
    moves.forEach(({ title, before, after }) => {
      const item = document.createElement("li");
      item.append(line("span", title), line("del", before), " → ", line("ins", after));
      list.append(item);
    });
    if (moves.length) place.append(list);
  };

  page.foresee = (form) => {
    const text = form.querySelector("input").value.trim();
    if (text) page.publish(form.dataset.document, text, form, { foresee: true });
    else blame(form, "Type a date first, such as 8 February 2023.");
  };

  page.publish = (document_, text, form, wishes = {}) => {
    if (form) {
      blame(form, "");
      foresaw(form, "", []);
      form.setAttribute("aria-busy", "true");
    }
    count += 1;
    const field = form ? form.querySelector("input").id : "";
    const sight = { as_of: page.asOf(form), known: page.known() };
    const request = { document: document_, text, form: field, count, by: page.who(), ...sight, ...wishes };
    asked.set(count, request);
    page.hand("publish_request", request);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest('form[data-form="publish"]');
    if (!form) return;
    event.preventDefault();
    const text = form.querySelector("input").value.trim();
    if (text) page.publish(form.dataset.document, text, form);
    else blame(form, "Type a date first, such as 8 February 2023.");
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside);
  window.dash_clientside.timeline = Object.assign({}, window.dash_clientside.timeline, {
    answered: (answer) => {
      if (!answer) return;
      const form = formOf(answer);
      const request = asked.get(answer.count);
      asked.delete(answer.count);
      page.noteChange(answer.change);
      if (form) {
        form.removeAttribute("aria-busy");
        blame(form, answer.error || "");
        foresaw(form, answer.foreseen || "", answer.moves || []);
      }
      if (answer.said) {
        if (form) document.getElementById(answer.form).value = "";
        // Without a history there is only the date of before to go back to.
        const before = () => page.publish(answer.document, answer.undo ?? null, null);
        const undo = () => (answer.change ? page.decide({ do: "undo", change: answer.change }) : before());
        page.say(answer.said, { visible: true, undo });
      }
      if (!request) return;
      const { document: document_, text } = request;
      page.showConflict(answer, "publish", {
        mine: () => page.publish(document_, text, formOf(answer), { as_of: answer.as_of }),
        theirs: () => {
          const asking = formOf(answer);
          if (asking) asking.querySelector("input").value = "";
          if (asking) blame(asking, "");
          page.say("Kept as it is.", { visible: true });
        },
      });
    },
  });
})();
