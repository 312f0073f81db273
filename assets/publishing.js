/* Setting an article's publication date: the form asks, the server answers, the page says so. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
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

  page.publish = (document_, text, form) => {
    blame(form, "");
    form.setAttribute("aria-busy", "true");
    count += 1;
    const request = { document: document_, text, form: form.querySelector("input").id, count };
    window.dash_clientside.set_props("publish-request", { data: request });
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
      if (!answer) return window.dash_clientside.no_update;
      const form = formOf(answer);
      if (form) {
        form.removeAttribute("aria-busy");
        blame(form, answer.error || "");
      }
      if (answer.said) {
        if (form) window.dash_clientside.set_props(answer.form, { value: "" });
        page.say(answer.said, { visible: true });
      }
      return window.dash_clientside.no_update;
    },
  });
})();
