// Reads pages of frise in Chromium as a reader does, and fails where they do not do what they should.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

const [work, ...args] = process.argv.slice(2);
const option = (name) => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const shots = option('--shots');
const picture = option('--picture');
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--hide-scrollbars'] });

let failed = 0;
let checked = 0;
const expect = (is, what) => {
  checked += 1;
  if (is) return;
  failed += 1;
  console.log(`  failed: ${what}`);
};

/** A page that is opened, with all that it asks for and complains of. */
const open = async (file, { width = 1280, height = 900, dark = false, scale = 1 } = {}) => {
  const page = await browser.newPage();
  const heard = [];
  page.on('console', (message) => heard.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== `file://${resolve(file)}` && !request.url().startsWith('data:')) heard.push(`request: ${request.url()}`);
  });
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(`file://${resolve(file)}`);
  return { page, heard };
};

/** Clicks each event: what lights up, as stretches of each article, and whether it is in sight. */
const clickAll = (page) => page.evaluate(() => {
  const texts = document.querySelector('.texts');
  const articles = [...texts.querySelectorAll('.text')];
  const offset = (article, mark) => {
    const range = document.createRange();
    range.selectNodeContents(article);
    range.setEndBefore(mark);
    return range.toString().length;
  };
  return [...document.querySelectorAll('.ev')].map((row) => {
    row.querySelector('.name').click();
    const lit = articles.map((article) => {
      const stretches = [];
      for (const mark of article.querySelectorAll('.lit')) {
        const start = offset(article, mark);
        const end = start + mark.textContent.length;
        const last = stretches[stretches.length - 1];
        if (last && last[1] === start) last[1] = end;
        else stretches.push([start, end]);
      }
      return stretches;
    });
    const marks = [...texts.querySelectorAll('.lit')];
    const pane = texts.getBoundingClientRect();
    const inSight = marks.some((mark) => {
      const box = mark.getBoundingClientRect();
      return box.top >= pane.top && box.bottom <= pane.bottom;
    });
    const painted = marks.every((mark) => getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)');
    const how = row.querySelector('.how');
    const expanded = row.querySelector('.name').getAttribute('aria-expanded');
    return { id: row.dataset.id, lit, inSight, painted, open: !how.hidden && how.textContent.length > 0 && expanded === 'true' };
  });
});

/** The stretches that the JSON gives to each event, joined where they meet. */
const stretchesOf = (event, ids) => ids.map((id) => {
  const own = event.statements.filter(({ article }) => article === id).map(({ start, end }) => [start, end]);
  own.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined = [];
  for (const [start, end] of own) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
});

const overlaps = (page) => page.evaluate(() => {
  const hits = [];
  for (const kind of ['.scale .lo', '.scale .hi', '.pill']) {
    const boxes = [...document.querySelectorAll(kind)].map((it) => [it.getBoundingClientRect(), it.textContent]);
    boxes.sort((a, b) => a[0].left - b[0].left);
    for (let i = 1; i < boxes.length; i++) {
      if (boxes[i][0].left < boxes[i - 1][0].right - 0.5) hits.push(`${boxes[i - 1][1]} | ${boxes[i][1]}`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) hits.push(`the page is ${document.documentElement.scrollWidth} wide`);
  return hits;
});

const json = (name) => {
  const frise = (...rest) => JSON.parse(execFileSync('target/debug/frise', [...rest, '--format', 'json', '--offsets', 'utf16'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  if (name === 'articles') {
    const files = readdirSync('fixtures/articles').sort().map((it) => `fixtures/articles/${it}`);
    return frise('timeline', '--published', '2024-04-05', ...files).flatMap(({ events }) => events);
  }
  const toml = ['concert-hall', 'salle'].includes(name) ? 'fixtures/cases/concert-hall.toml' : `${work}/${name}.toml`;
  try {
    return frise('case', toml).events;
  } catch (error) {
    return JSON.parse(error.stdout).events;
  }
};

const own = ['concert-hall', 'salle', 'articles', 'many', 'ages', 'day', 'hostile'];
const pages = [...own.map((name) => `${work}/${name}.html`), ...args];
if (!picture) {
  for (const file of pages) {
    const name = basename(file, '.html');
    console.log(name);
    const { page, heard } = await open(file);
    const clicked = await clickAll(page);
    expect(clicked.length > 0, 'there are events');
    const isOwn = own.includes(name) && !args.includes(file);
    const events = isOwn ? new Map(json(name).map((event) => [event.id, event])) : new Map();
    const ids = await page.$$eval('.texts article', (all) => all.map((it) => it.dataset.article));
    for (const { id, lit, inSight, painted, open: isOpen } of clicked) {
      expect(isOpen, `${id} opens its steps`);
      const any = lit.some((stretches) => stretches.length);
      if (any) expect(inSight && painted, `${id} brings its sentence into sight`);
      if (!isOwn) continue;
      const wanted = stretchesOf(events.get(id), ids);
      expect(JSON.stringify(lit) === JSON.stringify(wanted), `${id} lights up ${JSON.stringify(lit)}, not ${JSON.stringify(wanted)}`);
    }
    const cards = await page.$$eval('.card', (all) => all.map((card) => {
      card.querySelector('.title').click();
      const wanted = card.dataset.s !== '';
      const lit = document.querySelectorAll('.texts .lit').length;
      return { card: card.dataset.card, fine: !card.querySelector('.proof').hidden && (lit > 0) === wanted };
    }));
    for (const { card, fine } of cards) expect(fine, `${card} shows its proof and lights up what it rests on`);

    // Keys: the first event, the next one, open, close.
    await page.reload();
    await page.focus('.ev .name');
    await page.keyboard.press('ArrowDown');
    const second = await page.evaluate(() => document.activeElement === document.querySelectorAll('.ev .name')[1]);
    if (clicked.length > 1) expect(second, 'an arrow goes to the next event');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement.getAttribute('aria-expanded') === 'true'), 'Enter opens it');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => !document.querySelector('[aria-expanded=true], .lit')), 'Escape closes it');

    // Nearer, along, back: by keys, by dragging, and all of it again.
    const origin = () => page.$eval('.chart', (chart) => Number(chart.style.getPropertyValue('--o')));
    await page.focus('.ev .name');
    for (const key of ['+', '+', 'ArrowRight']) await page.keyboard.press(key);
    const along = await origin();
    const lane = await page.$eval('.scale', (scale) => {
      const box = scale.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    });
    await page.mouse.move(lane.x, lane.y);
    await page.mouse.down();
    await page.mouse.move(lane.x - 60, lane.y, { steps: 4 });
    await page.mouse.up();
    const further = await origin();
    await page.keyboard.press('0');
    expect(along > 0 && further > along && (await origin()) === 0, `keys and dragging move the axis: ${along}, ${further}`);

    // Labels keep apart however wide and however near.
    for (const width of [1600, 1280, 768, 360]) {
      await page.setViewport({ width, height: 800 });
      for (let zooms = 0; zooms < 9; zooms++) {
        const hits = await overlaps(page);
        expect(!hits.length, `at ${width} px, zoomed ${zooms} times: ${hits.slice(0, 3).join(' and ')}`);
        await page.click('[data-zoom=in]');
      }
      await page.click('[data-zoom=fit]');
    }
    expect(!heard.length, heard.slice(0, 3).join('; '));
    await page.close();

    // What tools for accessibility say, in light and dark, as it is and with all open.
    for (const dark of [false, true]) {
      const { page: again } = await open(file, { dark });
      await again.evaluate(axe);
      const bad = await again.evaluate(async () => {
        document.querySelectorAll('.proof, .ev:nth-child(-n+3) .how').forEach((it) => { it.hidden = false; });
        document.querySelector('.ev .name').click();
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)} ${nodes[0].failureSummary}`);
      });
      for (const one of bad) expect(false, `${dark ? 'dark' : 'light'}: ${one}`);
      checked += 1;
      await again.close();
    }

    // Without script, all is told in words.
    const plain = await browser.newPage();
    await plain.setJavaScriptEnabled(false);
    await plain.goto(`file://${resolve(file)}`);
    const told = await plain.$$eval('.ev .how', (all) => all.every((how) => how.getBoundingClientRect().height > 0)).catch(() => false);
    expect(told, 'without script the steps stand open');
    expect((await plain.title()) !== 'broken', 'nothing of an article runs');
    await plain.close();
  }
}

if (shots) {
  mkdirSync(shots, { recursive: true });
  for (const file of pages) {
    const name = basename(file, '.html');
    for (const [look, how] of Object.entries({
      light: {}, dark: { dark: true }, narrow: { width: 360, height: 740, scale: 2 }, 'narrow-dark': { width: 360, height: 740, scale: 2, dark: true },
    })) {
      const { page } = await open(file, how);
      await page.screenshot({ path: `${shots}/${name}-${look}.png` });
      await page.click('.ev .name');
      await page.screenshot({ path: `${shots}/${name}-${look}-event.png` });
      if (await page.$('.card')) {
        await page.$eval('.card .title', (title) => {
          title.click();
          title.scrollIntoView();
        });
        await page.screenshot({ path: `${shots}/${name}-${look}-card.png` });
      }
      await page.close();
    }
  }
}
if (picture) {
  const { page } = await open(`${work}/concert-hall.html`, { width: 1240, height: 800 });
  await page.evaluate(() => [...document.querySelectorAll('.ev')].find((it) => it.dataset.id === 'warning').querySelector('.name').click());
  await page.screenshot({ path: picture });
  await page.close();
}
await browser.close();
if (!picture) console.log(`${checked - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
