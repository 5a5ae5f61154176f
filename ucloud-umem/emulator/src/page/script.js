// The page's script: it fetches parts that the server has rendered, and puts them in their place.

const banner = document.getElementById("banner");
const panel = document.getElementById("panel");
const picker = document.getElementById("picker");
const language = document.documentElement.lang;
const title = document.title;
const faultForm = document.getElementById("fault-form");

function say(text) {
  banner.textContent = text;
  banner.hidden = !text;
}

/** Fetches a part in the page's language. */
async function fetchPart(address, options = {}) {
  const headers = { "Accept-Language": language, ...options.headers };
  return fetch(address, { ...options, headers, cache: "no-store" });
}

/** Replaces the content of an element, and keeps focus and what is open or scrolled. */
function replace(element, html) {
  const focused = element.contains(document.activeElement) ? document.activeElement.id : "";
  const toggled = new Map();
  for (const details of element.querySelectorAll("details[id]")) {
    toggled.set(details.id, details.open);
  }
  const scrolled = element.querySelector(".log")?.scrollTop ?? 0;
  element.innerHTML = html;
  for (const details of element.querySelectorAll("details[id]")) {
    details.open = toggled.get(details.id) ?? details.open;
  }
  const log = element.querySelector(".log");
  if (log) log.scrollTop = scrolled;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

// Live parts: every second while the page is visible, and at once after a change.

async function refresh(element) {
  const response = await fetchPart(element.dataset.live, {
    headers: { "If-None-Match": element.dataset.version },
  });
  if (response.status === 304) return;
  if (!response.ok) throw new Error(await response.text());
  const html = await response.text();
  element.dataset.version = response.headers.get("ETag");
  replace(element, html);
}

async function refreshAll() {
  try {
    await Promise.all([...document.querySelectorAll("[data-live]")].map(refresh));
    if (banner.textContent === banner.dataset.lost) say("");
  } catch {
    say(banner.dataset.lost);
  }
}

async function live() {
  if (!document.hidden) await refreshAll();
  setTimeout(live, 1000);
}

document.addEventListener("visibilitychange", () => document.hidden || refreshAll());

// Forms are sent as JSON; the response is a part for their target.

function fields(form, submitter) {
  const data = new FormData(form);
  if (submitter?.name) data.append(submitter.name, submitter.value);
  return JSON.stringify(Object.fromEntries(data));
}

async function post(address, body) {
  const headers = { "Content-Type": "application/json" };
  const response = await fetchPart(address, { method: "POST", headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** Shows errors beside the fields that they name, and moves the focus to the first of them. */
function showErrors(form, target) {
  for (const error of form.querySelectorAll(".error")) error.textContent = "";
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  let first = null;
  for (const error of target.querySelectorAll("[data-error-for]")) {
    const name = error.dataset.errorFor;
    const field = document.getElementById(`field-${name}`);
    if (!field) continue;
    document.getElementById(`error-${name}`).textContent = error.textContent;
    field.setAttribute("aria-invalid", "true");
    const folded = field.closest("details");
    if (folded) folded.open = true;
    first ??= field;
  }
  first?.focus();
  return first !== null;
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.post) return;
  event.preventDefault();
  const target = document.getElementById(form.dataset.target);
  try {
    replace(target, await post(form.dataset.post, fields(form, event.submitter)));
    const failed = showErrors(form, target);
    if (form.id === "action-form") {
      target.scrollIntoView({ block: "nearest" });
      if (!failed) target.focus({ preventScroll: true });
    }
    say("");
  } catch (error) {
    say(`${banner.dataset.failed} ${error.message}`);
  }
  await refreshAll();
});

// The form of an action, and its code.

let writing = 0;

async function writeCode() {
  const form = document.getElementById("action-form");
  if (!form) return;
  const turn = ++writing;
  try {
    const html = await post(form.dataset.code, fields(form));
    const code = document.getElementById("code");
    if (turn === writing && code) replace(code, html);
  } catch (error) {
    say(`${banner.dataset.failed} ${error.message}`);
  }
}

let pause;
document.addEventListener("input", (event) => {
  if (event.target.id === "search") search(event.target.value);
  if (event.target.form?.id !== "action-form") return;
  clearTimeout(pause);
  pause = setTimeout(writeCode, 150);
});

async function show(focus) {
  if (!location.hash.startsWith("#/")) return;
  try {
    const response = await fetchPart(`/_page/${location.hash.slice(2)}`);
    const html = await response.text();
    if (!response.ok) throw new Error(html);
    panel.innerHTML = html;
    document.title = `${panel.querySelector("h2").textContent} – ${title}`;
    picker.open = false;
    // Who opens a form and then the faults wants to break this action.
    const action = panel.querySelector("[name=Action]");
    if (action) faultForm.elements.action.value = action.value;
    say("");
    if (focus) {
      panel.focus({ preventScroll: true });
      panel.scrollIntoView();
    }
    await writeCode();
  } catch (error) {
    say(`${banner.dataset.failed} ${error.message}`);
  }
}

/** Copies the text of an element; by the selection where the page has no clipboard. */
async function copy(element) {
  if (navigator.clipboard) return navigator.clipboard.writeText(element.textContent);
  getSelection().selectAllChildren(element);
  document.execCommand("copy");
}

window.addEventListener("hashchange", () => show(true));

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.copy) {
    await copy(document.getElementById(button.dataset.copy));
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 1500);
  }
  if (button?.dataset.clear) {
    try {
      const fault = JSON.stringify({ fault: button.value });
      replace(document.getElementById("fault-result"), await post(button.dataset.clear, fault));
    } catch (error) {
      say(`${banner.dataset.failed} ${error.message}`);
    }
    await refreshAll();
    if (document.activeElement === document.body) faultForm.closest("details").querySelector("summary").focus();
  }
  if (button && "fill" in button.dataset) {
    for (const field of button.form.querySelectorAll("[data-sample]")) {
      field.value ||= field.dataset.sample;
    }
    await writeCode();
  }
  // A link to the form that is shown already loads it again.
  const link = event.target.closest("a");
  if (link?.hash.startsWith("#/") && link.hash === location.hash) show(true);
});

// Controls open over the page, one at a time.

/** Asks for a value only where the kind of fault has one. */
function askForValue() {
  const sample = faultForm.elements.kind.selectedOptions[0].dataset.value;
  const value = faultForm.elements.value;
  value.disabled = sample === undefined;
  value.placeholder = sample ?? "";
  if (value.disabled) value.value = "";
}

faultForm.elements.kind.addEventListener("change", askForValue);

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(".controls details[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

document.addEventListener("pointerdown", (event) => {
  const open = document.querySelector(".controls details[open]");
  if (open && !open.contains(event.target)) open.open = false;
});

// The list of actions.

function search(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  let found = false;
  for (const group of document.querySelectorAll("#action-list .group")) {
    let inGroup = false;
    for (const item of group.querySelectorAll("li")) {
      const own = item.dataset.words.toLowerCase();
      item.hidden = !words.every((word) => own.includes(word));
      inGroup ||= !item.hidden;
    }
    group.hidden = !inGroup;
    found ||= inGroup;
  }
  document.getElementById("no-match").hidden = found;
}

askForValue();
live();
show(false);
