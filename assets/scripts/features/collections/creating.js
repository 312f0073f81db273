/* The form that makes another collection, and goes there. */
import { first, inputOf, onSubmit } from "../../page/dom.js";
import { makeCollection } from "../../page/server.js";

onSubmit("collection-form", async (form) => {
  const blame = first(".field-error", form);
  blame.textContent = "";
  const answer = await makeCollection(inputOf("new-collection").value);
  if (answer.address) location.assign(answer.address);
  else blame.textContent = answer.error;
});
