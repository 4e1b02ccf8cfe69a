// What is drawn: each bar keeps its place on the whole axis, and the style sheet zooms.

const bar = (kind, from, to) => {
  const made = document.createElement('i');
  const FADE = 0.07;
  let [a, b] = [from === null ? null : place(from), to === null ? null : place(to)];
  made.className = kind;
  if (a === null) {
    made.classList.add('openl');
    a = Math.max(b - FADE, 0);
  } else if (b === null) {
    made.classList.add('openr');
    b = Math.min(a + FADE, 1);
  }
  made.style.setProperty('--x', a);
  made.style.setProperty('--w', Math.max(b - a, 0));
  return made;
};
const lanes = all('.lane .track');
for (const row of rows) {
  const { element, from, to, says } = row;
  const track = one('.track', element);
  const bars = [];
  if (from !== null || to !== null) {
    const certain = row.core[0] === from && row.core[1] === to;
    if (row.window[0] !== null) bars.push(bar('win', ...row.window));
    if (!certain) bars.push(bar('may', from, to));
    if (row.core[0] !== null) bars.push(bar('core', ...row.core));
  }
  const told = says.filter(([c, a, b], n) => (a !== null || b !== null)
    && says.findIndex(([d, from, to]) => c === d && a === from && b === to) === n);
  if (element.classList.contains('disputed')) {
    told.forEach(([colour, a, b], n) => {
      const each = bar(`each c${colour}`, a, b);
      each.style.setProperty('--n', n - (told.length - 1) / 2);
      bars.push(each);
    });
    if (told.length > 3) track.style.minHeight = `${told.length * 5 + 12}px`;
  }
  track.append(...bars);
  track.addEventListener('click', () => dragged || choose(element));
  for (const [colour, a, b] of told) {
    const lane = lanes[Math.min(colour, lanes.length - 1)];
    if (!lane) continue;
    const mark = bar('mark', a, b);
    mark.title = one('.name', element).textContent.trim();
    mark.addEventListener('click', () => {
      choose(element, true);
      bring(element);
    });
    lane.append(mark);
  }
}

// --- Ticks of what is seen.

const date = (t) => new Date(t * 60000);
const utc = (year, month = 0, day = 1) => {
  const made = new Date(0);
  made.setUTCFullYear(year, month, day);
  return made.getTime() / 60000;
};
const locale = french ? 'fr' : 'en-GB';
const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
const year = (y) => (y > 0 ? String(y) : `${1 - y} ${french ? 'av. J.-C.' : 'BC'}`);
const yearOf = (d) => year(d.getUTCFullYear());
const monthYear = (d) => `${long.format(d)} ${yearOf(d)}`;
const dayOf = (d) => `${d.getUTCDate()} ${monthYear(d)}`;
const clock = (d) => {
  const [hour, minute] = [d.getUTCHours(), String(d.getUTCMinutes()).padStart(2, '0')];
  return french ? `${hour} h${minute === '00' ? '' : ` ${minute}`}` : `${String(hour).padStart(2, '0')}:${minute}`;
};
const evenly = (step) => function* (a, b) {
  for (let t = Math.ceil(a / step) * step; t <= b; t += step) yield t;
};
// 1 January 1970 was a Thursday: Mondays lie four days after it.
const mondays = function* (a, b) {
  for (let t = Math.ceil((a - 4 * DAY) / (7 * DAY)) * 7 * DAY + 4 * DAY; t <= b; t += 7 * DAY) yield t;
};
const monthly = (step) => function* (a, b) {
  const from = date(a);
  for (let n = Math.floor(from.getUTCMonth() / step) * step; ; n += step) {
    const t = utc(from.getUTCFullYear(), n);
    if (t > b) return;
    if (t >= a) yield t;
  }
};
// Round years as people count them: after 100 BC, year -99 here, come 1 and then 100.
const yearly = (step) => function* (a, b) {
  for (let n = Math.floor((date(a).getUTCFullYear() - 1) / step); ; n++) {
    const t = utc(n > 0 ? n * step : n * step + 1);
    if (t > b) return;
    if (t >= a) yield t;
  }
};
const low = (d) => d.getUTCDate();
const ladder = [
  ...[1, 5, 15, 30, 60, 180, 360, 720].map((n) => ({ size: n, walk: evenly(n), low: clock, high: dayOf, over: evenly(DAY), room: 48 })),
  ...[1, 2].map((n) => ({ size: n * DAY, walk: evenly(n * DAY), low, high: monthYear, over: monthly(1), room: 26 })),
  { size: 7 * DAY, walk: mondays, low, high: monthYear, over: monthly(1), room: 26 },
  ...[1, 3, 6].map((n) => ({ size: n * 30.4 * DAY, walk: monthly(n), low: (d) => short.format(d), high: yearOf, over: yearly(1), room: 44 })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((n) => ({ size: n * 365.25 * DAY, walk: yearly(n), low: yearOf, room: n > 50 ? 58 : 46 })),
];
const at = (tag, className, left, text) => {
  const made = document.createElement(tag);
  made.className = className;
  made.style.left = percent(left);
  if (text !== undefined) made.textContent = text;
  return made;
};

let zoom = 1;
let origin = 0;
const onScreen = (x) => (x - origin) * zoom;
const ticks = () => {
  const width = one('.grid').clientWidth;
  const [lines, labels] = [[], []];
  scale.forEach((s, i) => {
    const right = s.left + s.width;
    const [seenLeft, seenRight] = [Math.max(s.left, origin), Math.min(right, origin + 1 / zoom)];
    if (i && onScreen(s.left) > 0 && onScreen(s.left - BREAK) < 1) {
      for (const list of [lines, labels]) {
        const gap = at('i', 'brk', onScreen(s.left - BREAK));
        gap.style.width = percent(BREAK * zoom);
        list.push(gap);
      }
    }
    if (seenRight <= seenLeft) return;
    const time = (x) => s.a + ((x - s.left) / s.width) * (s.b - s.a);
    const [a, b] = [time(seenLeft), time(seenRight)];
    const pixels = (seenRight - seenLeft) * zoom * width;
    const step = ladder.find((it) => (it.size / (b - a)) * pixels >= it.room) || ladder[ladder.length - 1];
    const screen = (t) => onScreen(s.left + (s.width * (t - s.a)) / (s.b - s.a));
    const [edgeLeft, edgeRight] = [onScreen(seenLeft), onScreen(seenRight)];
    let before = -Infinity;
    let shown = 0;
    for (const t of step.walk(a, b)) {
      const x = screen(t);
      lines.push(at('i', '', x));
      // A label that would run into another or over the end of its stretch is left out.
      const half = String(step.low(date(t))).length * 3.3;
      if ((x - before) * width < step.room || (x - edgeLeft) * width < half || (edgeRight - x) * width < half) continue;
      labels.push(at('span', 'lo', x, step.low(date(t))));
      before = x;
      shown += 1;
    }
    // The month or the year above; where a new one begins too soon for the words, the newer one stays.
    const room = (from, to, text) => (to - from) * width > text.length * 6.9 + 8;
    if (step.high) {
      const over = [a, ...[...step.over(a, b)].filter((t) => t > a)];
      over.forEach((t, n) => {
        const [x, next] = [screen(t), n + 1 < over.length ? screen(over[n + 1]) : edgeRight];
        const text = [step.high(date(t)), step.high === monthYear ? `${short.format(date(t))} ${yearOf(date(t))}` : '']
          .find((it) => it && room(x, next, it));
        if (text) labels.push(at('span', 'hi', x + (n ? 0 : 4 / width), text));
        else if (over.length === 1) labels.push(at('span', 'hi', x + 4 / width, yearOf(date(t))));
      });
    } else if (!shown) {
      labels.push(at('span', 'hi', edgeLeft + 4 / width, yearOf(date((a + b) / 2))));
    }
  });
  const chosen = cards.find((card) => card.classList.contains('on') && card.dataset.f);
  if (chosen) {
    const zone = at('i', 'zone', onScreen(place(number(chosen.dataset.f))));
    zone.style.width = percent((place(number(chosen.dataset.t)) - place(number(chosen.dataset.f))) * zoom);
    lines.push(zone);
  }
  one('.grid').replaceChildren(...lines);
  one('.scale').replaceChildren(...labels);
  one('.clashes')?.replaceChildren(...pills(width));
};

/** The conflicts where they lie; those too near each other for two marks share one. */
const pills = (width) => {
  const lying = cards.filter((card) => card.matches('.conflict[data-f]')).map((card) => {
    const x = onScreen((place(number(card.dataset.f)) + place(number(card.dataset.t))) / 2);
    return { x, card, sign: one('.sign', card).textContent };
  }).filter(({ x }) => x >= 0 && x <= 1).sort((a, b) => a.x - b.x);
  const box = (group) => {
    const signs = group.map(({ sign }) => sign).sort((a, b) => a - b);
    const text = signs.length < 3 ? signs.join(' · ') : `${signs.length} ${french ? 'conflits' : 'conflicts'}`;
    const half = (text.length * 3.2 + 8) / width;
    const mean = group.reduce((sum, it) => sum + it.x, 0) / group.length;
    return { text, half, x: Math.min(Math.max(mean, half), 1 - half) };
  };
  const groups = lying.map((it) => [it]);
  for (let i = 1; i < groups.length;) {
    const [a, b] = [box(groups[i - 1]), box(groups[i])];
    if (a.x + a.half + 1 / width > b.x - b.half) {
      groups[i - 1].push(...groups.splice(i, 1)[0]);
      i = Math.max(1, i - 1);
    } else {
      i += 1;
    }
  }
  return groups.map((group) => {
    const { text, x } = box(group);
    const pill = at('button', 'pill', x, text);
    pill.type = 'button';
    pill.tabIndex = -1;
    pill.title = group.slice(0, 8).map(({ card }) => one('.title', card).textContent.trim()).join('\n');
    pill.classList.toggle('on', group.some(({ card }) => card.classList.contains('on')));
    pill.addEventListener('click', () => {
      // Once more is the next of those that share the mark.
      const next = group[(group.findIndex(({ card }) => card.classList.contains('on')) + 1) % group.length].card;
      choose(next, true);
      bring(next);
    });
    return pill;
  });
};

// --- Zoom.

const draw = () => {
  if (!chart) return;
  chart.style.setProperty('--z', zoom);
  chart.style.setProperty('--o', origin);
  chart.classList.toggle('zoomed', zoom > 1);
  ticks();
};
const look = (nextZoom, nextOrigin) => {
  zoom = Math.min(Math.max(nextZoom, 1), 4096);
  origin = Math.min(Math.max(nextOrigin, 0), 1 - 1 / zoom);
  draw();
};
/** Zooms around a place on the screen: what is there stays there. */
const zoomBy = (factor, screen) => {
  const x = origin + screen / zoom;
  const next = Math.min(Math.max(zoom * factor, 1), 4096);
  look(next, x - screen / next);
};
const middle = () => {
  const chosen = rows.find((row) => row.element.classList.contains('on'));
  const x = chosen && onScreen(place(chosen.from ?? chosen.to ?? -Infinity));
  return x > 0 && x < 1 ? x : 0.5;
};
const acts = { in: () => zoomBy(2, middle()), out: () => zoomBy(0.5, middle()), fit: () => look(1, 0) };
all('[data-zoom]').forEach((button) => button.addEventListener('click', acts[button.dataset.zoom]));
let dragged = false;
if (chart) {
  const share = (event) => {
    const box = one('.grid').getBoundingClientRect();
    return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
  };
  chart.addEventListener('wheel', (event) => {
    const along = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!event.ctrlKey && (!along || zoom === 1)) return;
    event.preventDefault();
    if (event.ctrlKey) zoomBy(event.deltaY < 0 ? 1.25 : 0.8, share(event));
    else look(zoom, origin + event.deltaX / one('.grid').clientWidth / zoom);
  }, { passive: false });
  let grip = null;
  chart.addEventListener('pointerdown', (event) => {
    dragged = false;
    if (zoom > 1 && event.target.closest('.track, .axis')) grip = { x: share(event), origin };
  });
  addEventListener('pointermove', (event) => {
    if (!grip || !event.buttons) return;
    const moved = share(event) - grip.x;
    if (Math.abs(moved) > 0.006) dragged = true;
    if (dragged) look(zoom, grip.origin - moved / zoom);
  });
  addEventListener('pointerup', () => { grip = null; });
  chart.addEventListener('dblclick', (event) => {
    if (event.target.closest('.track, .axis')) zoomBy(4, share(event));
  });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { '+': 'in', '=': 'in', '-': 'out', 0: 'fit' }[event.key];
    const inside = chart.contains(document.activeElement) || document.activeElement === document.body;
    if (act && inside) acts[act]();
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (way && zoom > 1 && chart.contains(document.activeElement)) {
      event.preventDefault();
      look(zoom, origin + (way * 0.15) / zoom);
    }
  });
  if (scale.length < 2) one('.k-brk').parentElement.remove();
  if (rows.length > 40) chart.classList.add('tall');
  draw();
  addEventListener('resize', draw);
}
