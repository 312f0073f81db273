/* The form that makes another collection, and goes there. */
(() => {
  "use strict";
  document.addEventListener("submit", async (event) => {
    if (event.target.id !== "collection-form") return;
    event.preventDefault();
    const blame = event.target.querySelector(".field-error");
    blame.textContent = "";
    const name = document.getElementById("new-collection").value;
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch("/collections", { method: "POST", headers, body: JSON.stringify({ name }) })
      .then((response) => response.json())
      .catch(() => ({ error: "The server does not answer." }));
    if (answer.address) location.assign(answer.address);
    else blame.textContent = answer.error;
  });
})();
