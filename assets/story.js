/* The story: chosen events in the viewer's order, stepped through one by one, and printed. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const dialog = () => document.getElementById("story-dialog");
  const cards = () => [...document.querySelectorAll("#story-cards [data-card]")];
  let place = 0;

  page.toggleStory = (id) => {
    const now = page.state().getAll("story");
    const without = now.filter((other) => other !== id);
    page.putAll("story", now.includes(id) ? without : [...now, id]);
    page.say(now.includes(id) ? "Taken out of the story." : "Added to the story.", { visible: true });
  };

  /* The server does not know which of its buttons belong to the story. */
  page.markStory = () => {
    const chosen = page.state().getAll("story");
    document.querySelectorAll('[data-action="story"]').forEach((button) => {
      const on = chosen.includes(button.dataset.value);
      const words = on ? "In the story" : "Add to story";
      if (button.getAttribute("aria-pressed") !== String(on)) button.setAttribute("aria-pressed", String(on));
      if (button.textContent !== words) button.textContent = words;
    });
  };

  const show = () => {
    cards().forEach((card, at) => (card.dataset.shown = at === place ? "yes" : "no"));
    const card = cards()[place];
    document.querySelector('[data-action="story-before"]').disabled = place === 0;
    document.querySelector('[data-action="story-after"]').disabled = place === cards().length - 1;
    card?.querySelector("h3").focus();
    if (card) page.go((query) => query.set("event", card.dataset.card), { replace: true });
  };

  page.tell = () => {
    place = 0;
    if (!dialog().open) dialog().showModal();
    show();
  };
  page.turn = (by) => {
    place = Math.min(Math.max(place + by, 0), cards().length - 1);
    show();
  };
  page.storyIsTold = () => Boolean(dialog()?.open);

  page.printStory = () => {
    document.documentElement.dataset.print = "story";
    window.print();
  };
  window.addEventListener("afterprint", () => delete document.documentElement.dataset.print);

  window.dash_clientside = Object.assign({}, window.dash_clientside);
  window.dash_clientside.timeline = Object.assign({}, window.dash_clientside.timeline, {
    markStory: () => {
      page.markStory();
    },
  });
})();
