/**
 * What the page of `annex inspect` does in the browser. An entry of the lists (`data-entry`) and its marks on the pages (`data-mark`) have
 * the same key; choosing one shows the other.
 */

const entries = [...document.querySelectorAll<HTMLButtonElement>("[data-entry]")];
const entryByKey = new Map(entries.map((entry) => [entry.dataset["entry"] ?? "", entry]));
const marksByKey = new Map<string, SVGElement[]>();
for (const mark of document.querySelectorAll<SVGElement>("[data-mark]")) {
  const key = mark.dataset["mark"] ?? "";
  marksByKey.set(key, [...(marksByKey.get(key) ?? []), mark]);
}
const tabs = [...document.querySelectorAll<HTMLButtonElement>("[role=tab]")];
const pages = element("pages");
let chosen: HTMLButtonElement | undefined;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`No element ${id}`);
  return found;
}

function panelOf(tab: HTMLElement): HTMLElement {
  return element(tab.getAttribute("aria-controls") ?? "");
}

function openTab(chosenTab: HTMLButtonElement): void {
  for (const tab of tabs) {
    const isOpen = tab === chosenTab;
    tab.setAttribute("aria-selected", String(isOpen));
    tab.tabIndex = isOpen ? 0 : -1;
    panelOf(tab).hidden = !isOpen;
  }
}

/** The entries that match the search, in the same list as a given one. */
function neighbours(entry: HTMLElement): HTMLButtonElement[] {
  const panel = entry.closest(".panel");
  return entries.filter((other) => other.closest(".panel") === panel && other.closest("li[hidden]") === null);
}

function marksOf(entry: HTMLElement): SVGElement[] {
  return marksByKey.get(entry.dataset["entry"] ?? "") ?? [];
}

/** Chooses an entry: marks it and its places, and brings both into view. */
function choose(entry: HTMLButtonElement, place: SVGElement | undefined = marksOf(entry)[0]): void {
  if (chosen !== undefined) {
    chosen.removeAttribute("aria-current");
    for (const mark of marksOf(chosen)) mark.classList.remove("chosen");
  }
  chosen = entry;
  const tab = tabs.find((candidate) => panelOf(candidate).contains(entry));
  if (tab !== undefined) openTab(tab);
  for (const other of entries) if (other.closest(".panel") === entry.closest(".panel")) other.tabIndex = other === entry ? 0 : -1;
  entry.setAttribute("aria-current", "true");
  for (const mark of marksOf(entry)) mark.classList.add("chosen");
  entry.scrollIntoView({ block: "nearest" });
  place?.scrollIntoView({ block: "center", inline: "center" });
  history.replaceState(null, "", `#${encodeURIComponent(entry.dataset["entry"] ?? "")}`);
}

function goToPlace(entry: HTMLElement): void {
  marksOf(entry)[0]?.focus({ preventScroll: true });
}

/** The entry a step away, according to the key; the first or last if there is none. */
function stepFrom(entry: HTMLButtonElement, key: string): HTMLButtonElement | undefined {
  const list = neighbours(entry);
  const at = list.indexOf(entry);
  switch (key) {
    case "ArrowDown":
      return list[Math.min(at + 1, list.length - 1)];
    case "ArrowUp":
      return list[Math.max(at - 1, 0)];
    case "Home":
      return list[0];
    case "End":
      return list.at(-1);
    default:
      return undefined;
  }
}

element("side").addEventListener("click", (event) => {
  const entry = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("[data-entry]") : null;
  if (entry !== null) choose(entry);
});

element("side").addEventListener("keydown", (event) => {
  if (!(event.target instanceof HTMLButtonElement) || event.target.dataset["entry"] === undefined) return;
  const next = stepFrom(event.target, event.key);
  if (next !== undefined) {
    choose(next);
    next.focus({ preventScroll: true });
  } else if (event.key === "Enter" || event.key === "ArrowRight") {
    choose(event.target);
    goToPlace(event.target);
  } else {
    return;
  }
  event.preventDefault();
});

/** Marks are under the text, so that it can be selected: what was clicked is found by its place. The smallest one is meant. */
pages.addEventListener("click", (event) => {
  if (getSelection()?.isCollapsed === false) return;
  const [mark] = document
    .elementsFromPoint(event.clientX, event.clientY)
    .map((hit) => hit.closest<SVGElement>("[data-mark]"))
    .filter((hit) => hit !== null)
    .sort((a, b) => areaOf(a) - areaOf(b));
  const entry = entryByKey.get(mark?.dataset["mark"] ?? "");
  if (mark === undefined || entry === undefined) return;
  choose(entry, mark);
  entry.focus({ preventScroll: true });
});

function areaOf(mark: Element): number {
  const { width, height } = mark.getBoundingClientRect();
  return width * height;
}

pages.addEventListener("keydown", (event) => {
  const key = event.target instanceof SVGElement ? event.target.dataset["mark"] : undefined;
  const entry = key === undefined ? undefined : entryByKey.get(key);
  if (entry === undefined) return;
  if (event.key === "Escape" || event.key === "ArrowLeft" || event.key === "Enter") {
    choose(entry);
    entry.focus({ preventScroll: true });
  } else {
    const next = stepFrom(entry, event.key);
    if (next === undefined) return;
    choose(next);
    // A finding about the whole document has no place.
    if (marksOf(next).length === 0) next.focus({ preventScroll: true });
    else goToPlace(next);
  }
  event.preventDefault();
});

for (const tab of tabs) {
  tab.addEventListener("click", () => openTab(tab));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    openTab(next);
    next.focus();
  });
}

const search = element("search");
const hits = element("hits");

/** Keeps the entries that contain the text, ignoring case, and dims the places of the others. */
function filter(text: string): void {
  const wanted = plain(text.trim());
  const ranges: Range[] = [];
  const counts = { records: 0, findings: 0 };
  for (const entry of entries) {
    const words = entry.querySelector(".words");
    const isFound = plain(words?.textContent ?? "").includes(wanted);
    if (isFound) counts[entry.closest("#findings") === null ? "records" : "findings"] += 1;
    if (isFound && wanted !== "" && words?.firstChild instanceof Text) ranges.push(...rangesIn(words.firstChild, wanted));
    entry.dataset["missed"] = String(!isFound);
    for (const mark of marksOf(entry)) mark.classList.toggle("missed", !isFound);
  }
  for (const item of document.querySelectorAll<HTMLLIElement>(".panel li"))
    item.hidden = item.querySelector("[data-missed=false]") === null;
  if (typeof Highlight === "function") CSS.highlights.set("found", new Highlight(...ranges));
  hits.textContent = wanted === "" ? "" : `${countOf(counts.records, "record")}, ${countOf(counts.findings, "finding")}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function plain(text: string): string {
  return text.toLowerCase();
}

function rangesIn(node: Text, wanted: string): Range[] {
  const text = plain(node.data);
  // If lower case is longer than upper case, indices in one are not those in the other.
  if (text.length !== node.data.length) return [];
  const ranges: Range[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    ranges.push(range);
  }
  return ranges;
}

function searched(): HTMLButtonElement | undefined {
  const isOpen = (entry: HTMLElement): boolean => entry.closest(".panel[hidden]") === null;
  const found = entries.filter((entry) => entry.dataset["missed"] === "false");
  return found.find(isOpen) ?? found[0];
}

search.addEventListener("input", () => {
  if (search instanceof HTMLInputElement) filter(search.value);
});
search.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== "ArrowDown") return;
  const first = searched();
  if (first === undefined) return;
  event.preventDefault();
  choose(first);
  first.focus({ preventScroll: true });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  search.focus();
});

const THEMES = ["system", "light", "dark"];
const theme = element("theme");
theme.addEventListener("click", () => {
  const next = THEMES[(THEMES.indexOf(document.documentElement.dataset["theme"] ?? "system") + 1) % THEMES.length] ?? "system";
  document.documentElement.dataset["theme"] = next;
  theme.textContent = `Colours: ${next}`;
});

const ZOOMS = [1, 1.5, 2, 3, 4];
let zoom = 0;
function zoomTo(index: number): void {
  zoom = Math.min(Math.max(index, 0), ZOOMS.length - 1);
  document.documentElement.style.setProperty("--zoom", String(ZOOMS[zoom] ?? 1));
  if (chosen !== undefined) marksOf(chosen)[0]?.scrollIntoView({ block: "center", inline: "center" });
}
element("zoom-in").addEventListener("click", () => zoomTo(zoom + 1));
element("zoom-out").addEventListener("click", () => zoomTo(zoom - 1));

const links = new Map([...document.querySelectorAll<HTMLAnchorElement>(".strip a")].map((link) => [link.hash.slice(1), link]));
const inView = new Set<string>();
const observer = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) inView.add(target.id);
      else inView.delete(target.id);
    }
    const [current] = [...links.keys()].filter((id) => inView.has(id));
    for (const [id, link] of links) {
      if (id === current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (current !== undefined) links.get(current)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  },
  { root: pages, rootMargin: "-40% 0px -40% 0px" },
);
for (const figure of document.querySelectorAll("figure")) observer.observe(figure);

for (const tab of tabs) {
  const first = panelOf(tab).querySelector<HTMLButtonElement>("[data-entry]");
  if (first !== null) first.tabIndex = 0;
}
filter("");
const [firstTab] = tabs;
if (firstTab !== undefined) openTab(firstTab);
const linked = entryByKey.get(decodeURIComponent(location.hash.slice(1)));
if (linked !== undefined) choose(linked);
