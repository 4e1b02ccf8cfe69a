// Mermaid, TimelineJS and Markdown, read by their own programs.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { marked } from "marked";

const require = createRequire(import.meta.url);
const version = (name) =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
const folder = process.argv[2];
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".mermaid"))
  .map((name) => name.slice(0, -".mermaid".length));
const read = (name) => readFileSync(`${folder}/${name}`, "utf8");
const report = (name) => JSON.parse(read(`${name}.json`));
const oneLine = (text) => text.split(/\s+/).filter(Boolean).join(" ");

const dom = new JSDOM("<!doctype html><div></div>", { pretendToBeVisual: true });
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const { default: mermaid } = await import("mermaid");
const decode = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

for (const name of cases) {
  assert.ok(await mermaid.parse(read(`${name}.mermaid`)), `${name} is a diagram`);
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(read(`${name}.mermaid`));
  const labels = report(name).events.map((event) => oneLine(event.label));
  if (diagram.type === "gantt") {
    const tasks = diagram.db.getTasks();
    assert.ok(tasks.length > 0, "tasks");
    for (const task of tasks) {
      assert.ok(task.startTime < task.endTime, `${task.task} has a length`);
      const told = decode(task.task).replaceAll("\u200b", "").trim();
      assert.ok(labels.some((label) => told.startsWith(label)), `${told} is an event`);
    }
    console.log(`mermaid ${version("mermaid")}: ${name}, a gantt of ${tasks.length} tasks`);
  } else {
    const tasks = diagram.db.getTasks();
    const told = tasks.flatMap((task) => task.events).map((text) => decode(text).replaceAll("\u200b", "").trim());
    for (const label of told) assert.ok(labels.includes(label), `${label} is an event`);
    console.log(`mermaid ${version("mermaid")}: ${name}, a ${diagram.type} of ${told.length} events`);
  }
}

for (const name of cases) {
  const page = new JSDOM('<!doctype html><div id="t" style="width:900px;height:600px"></div>', {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    url: "http://localhost/",
  });
  const { window } = page;
  window.console.log = () => {};
  window.console.error = () => {};
  window.eval(readFileSync(require.resolve("@knight-lab/timelinejs/dist/js/timeline.js"), "utf8"));
  const story = JSON.parse(read(`${name}.timelinejs`));
  const slides = story.events.length;
  const timeline = new window.TL.Timeline("t", structuredClone(story), { script_path: "http://localhost/" });
  await new Promise((done) => setTimeout(done, 500));
  const { config } = timeline;
  assert.deepEqual([...config.getErrors()], [], `${name}: TimelineJS has errors`);
  assert.equal(config.events.length, slides);
  assert.equal(config.eras.length, story.eras.length);
  for (const event of config.events) {
    assert.ok(event.start_date.data.date_obj instanceof window.Date && !isNaN(event.start_date.data.date_obj));
  }
  // What the articles say stays words: no markup of theirs becomes an element.
  for (const { text } of story.events) {
    const shown = new JSDOM(text.headline + text.text).window.document.body;
    const names = new Set([...shown.querySelectorAll("*")].map((element) => element.tagName));
    for (const tag of names) assert.ok(["BLOCKQUOTE", "P"].includes(tag), `${tag} in a slide`);
  }
  console.log(`TimelineJS ${version("@knight-lab/timelinejs")}: ${name}, ${slides} slides, ${story.eras.length} eras`);
  window.close();
}

for (const name of cases) {
  const html = marked.parse(read(`${name}.markdown`), { gfm: true });
  const shown = new JSDOM(html).window.document.body;
  const known = ["H1", "H2", "H3", "UL", "LI", "P", "STRONG"];
  for (const element of shown.querySelectorAll("*")) {
    assert.ok(known.includes(element.tagName), `${name}: ${element.outerHTML.slice(0, 200)}`);
  }
  const text = oneLine(shown.textContent);
  for (const event of report(name).events) {
    assert.ok(text.includes(oneLine(event.label)), `${name}: ${event.label}`);
    for (const said of event.statements) {
      if (said.article) assert.ok(text.includes(oneLine(said.text)), `${name}: ${said.text}`);
    }
  }
  console.log(`marked ${version("marked")}: ${name}, every label and quotation as it was`);
}
process.exit(0);
