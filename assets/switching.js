/* The form that makes another collection, and goes there. */
(() => {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});

  document.addEventListener("submit", async (event) => {
    if (event.target.id !== "collection-form") return;
    event.preventDefault();
    const blame = event.target.querySelector(".field-error");
    blame.textContent = "";
    const answer = await page.post("/collections", { name: document.getElementById("new-collection").value });
    if (answer.address) location.assign(answer.address);
    else blame.textContent = answer.error;
  });
})();
