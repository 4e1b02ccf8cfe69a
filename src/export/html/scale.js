// Where a moment lies. This file, draw.js and choose.js are one function in the page.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);
const french = document.documentElement.lang === 'fr';
const number = (text) => (text === undefined || text === '' ? null : Number(text));
const numbers = (text) => (text ? text.split(' ') : []);
const percent = (x) => `${(x * 100).toFixed(3)}%`;
const DAY = 1440;

const chart = one('.chart');
const texts = one('.texts');
const cards = all('.card');
const rows = all('.ev').map((element) => ({
  element,
  from: number(element.dataset.f),
  to: number(element.dataset.t),
  core: [number(element.dataset.cf), number(element.dataset.ct)],
  window: [number(element.dataset.wf), number(element.dataset.wt)],
  says: numbers(element.dataset.says).map((said) => said.split(':').map(number)),
}));

// --- The scale: one straight axis, or stretches with an axis each where one would crowd the events.

const SEEN = 800;
const BREAK = 0.018;
const dated = rows.filter((row) => row.from !== null || row.to !== null);
const starts = dated.map((row) => row.from ?? row.to).sort((a, b) => a - b);
const ends = rows.flatMap((row) => [row.from, row.to, row.core[0], ...row.window, ...row.says.flatMap(([, a, b]) => [a, b])])
  .filter((t) => t !== null).sort((a, b) => a - b);

/** Stretches from the moments where each begins: wide where much begins. */
const stretches = (cuts) => {
  const begins = [-Infinity, ...cuts];
  const found = begins.map((begin, i) => {
    const inside = ends.filter((t) => begin <= t && t < (begins[i + 1] ?? Infinity));
    const own = starts.filter((t) => begin <= t && t < (begins[i + 1] ?? Infinity));
    return { a: inside[0], b: inside[inside.length - 1], weight: 1.5 + Math.sqrt(own.length) };
  });
  const total = found.reduce((sum, s) => sum + s.weight, 0);
  let left = 0;
  return found.map(({ a, b, weight }) => {
    const width = (1 - BREAK * cuts.length) * (weight / total);
    // A lone moment gets some of the time around it, so that its bar stays a mark.
    const pad = Math.max((b - a) * 0.035, b - a <= DAY && found.length > 1 ? 12 * DAY : 20);
    const stretch = { a: a - pad, b: b + pad, left, width };
    left += width + BREAK;
    return stretch;
  });
};
const placed = (scale, t) => {
  const at = scale.findIndex((s) => t <= s.b);
  if (at < 0) return 1;
  const s = scale[at];
  if (t < s.a) return at ? s.left - BREAK / 2 : 0;
  return s.left + (s.width * (t - s.a)) / (s.b - s.a);
};
/** How many events lie on their neighbours. */
const crowd = (scale) => starts.slice(1).reduce((sum, t, i) => {
  const apart = t === starts[i] ? SEEN : (placed(scale, t) - placed(scale, starts[i])) * SEEN;
  return sum + Math.max(0, 1 - apart / 9);
}, 0);
const scale = (() => {
  if (!ends.length) return [];
  let cuts = [];
  let best = crowd(stretches(cuts));
  // An axis breaks where nothing begins or ends for long.
  const gaps = ends.slice(1).map((t, i) => ({ t, gap: t - ends[i] })).sort((a, b) => b.gap - a.gap).slice(0, 12);
  while (cuts.length < 3) {
    const tried = gaps.filter(({ t }) => !cuts.includes(t)).map(({ t }) => {
      const next = [...cuts, t].sort((a, b) => a - b);
      return { next, crowd: crowd(stretches(next)) };
    }).sort((a, b) => a.crowd - b.crowd)[0];
    if (!tried || best - tried.crowd < Math.max(1.5, 0.15 * starts.length)) break;
    cuts = tried.next;
    best = tried.crowd;
  }
  return stretches(cuts);
})();
const place = (t) => placed(scale, t);
