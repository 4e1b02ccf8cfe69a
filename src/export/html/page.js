'use strict';
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const french = document.documentElement.lang === 'fr';
  const DAY = 1440;
  const number = (element, key) => {
    const text = element.dataset[key];
    return text === undefined ? null : Number(text);
  };
  const numbers = (text) => (text ? text.split(' ') : []);
  const chart = document.querySelector('.chart');
  const texts = document.querySelector('.texts');
  const rows = all('.ev');
  const cards = all('.card');

  // --- The scale: stretches of time that are busy, each with its own, and breaks between them.

  const times = rows.flatMap((row) => ['f', 't', 'w'].map((key) => number(row, key))).filter((t) => t !== null);
  const points = [...new Set(times)].sort((a, b) => a - b);

  /** Whether so much of a stretch is crowded that breaking it at its widest gap helps; where. */
  const breakAt = (from, to) => {
    const length = points[to] - points[from];
    let widest = from;
    let crowded = 0;
    for (let i = from; i < to; i++) {
      const gap = points[i + 1] - points[i];
      if (gap < length * 0.012) crowded++;
      if (points[widest + 1] - points[widest] < gap) widest = i;
    }
    const gap = points[widest + 1] - points[widest];
    const helps = to - from >= 3 && crowded >= 0.2 * (to - from) && gap > 0.22 * length;
    return helps ? { at: widest, worth: crowded * (gap / length) } : null;
  };

  const stretches = () => {
    if (!points.length) return [];
    let found = [[0, points.length - 1]];
    while (found.length < 6) {
      const best = found
        .map(([from, to], i) => ({ i, split: breakAt(from, to) }))
        .filter(({ split }) => split)
        .sort((a, b) => b.split.worth - a.split.worth || a.i - b.i)[0];
      if (!best) break;
      const [from, to] = found[best.i];
      found.splice(best.i, 1, [from, best.split.at], [best.split.at + 1, to]);
    }
    const weigh = ([from, to]) => 1 + Math.sqrt(to - from);
    const total = found.reduce((sum, one) => sum + weigh(one), 0);
    const breaks = 0.025 * (found.length - 1);
    let left = 0;
    return found.map((one) => {
      const [a, b] = [points[one[0]], points[one[1]]];
      // A lone moment gets the days around it.
      const pad = Math.max((b - a) * 0.04, a === b ? DAY : 30);
      const width = (1 - breaks) * (weigh(one) / total);
      const stretch = { a: a - pad, b: b + pad, left, width };
      left += width + 0.025;
      return stretch;
    });
  };
  const scale = stretches();

  /** Where a moment lies on the axis, from 0 to 1. */
  const place = (t) => {
    for (const [i, s] of scale.entries()) {
      if (t <= s.b) {
        if (s.a <= t) return s.left + (s.width * (t - s.a)) / (s.b - s.a);
        return i === 0 ? 0 : s.left - 0.0125;
      }
    }
    return 1;
  };

  // --- Ticks.

  const date = (t) => new Date(t * 60000);
  const utc = (year, month = 0, day = 1) => {
    const made = new Date(0);
    made.setUTCFullYear(year, month, day);
    return made.getTime() / 60000;
  };
  const lang = french ? 'fr' : 'en-GB';
  const short = new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
  const year = (y) => (y > 0 ? String(y) : `${1 - y} ${french ? 'av. J.-C.' : 'BC'}`);
  const monthYear = (d) => `${long.format(d)} ${year(d.getUTCFullYear())}`;
  const clock = (d) => `${d.getUTCHours()}${french ? ' h' : ':'}${d.getUTCMinutes() || !french ? String(d.getUTCMinutes()).padStart(2, '0') : ''}`;

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
  const yearly = (step) => function* (a, b) {
    for (let y = Math.floor(date(a).getUTCFullYear() / step) * step; utc(y) <= b; y += step) {
      if (utc(y) >= a) yield utc(y);
    }
  };
  const dayOf = (d) => `${d.getUTCDate()} ${monthYear(d)}`;
  const ladder = [
    ...[1, 5, 15, 30, 60, 180, 360, 720].map((n) => ({ size: n, walk: evenly(n), low: clock, high: dayOf, over: evenly(DAY), room: 46 })),
    { size: DAY, walk: evenly(DAY), low: (d) => d.getUTCDate(), high: monthYear, over: monthly(1), room: 24 },
    { size: 2 * DAY, walk: evenly(2 * DAY), low: (d) => d.getUTCDate(), high: monthYear, over: monthly(1), room: 24 },
    { size: 7 * DAY, walk: mondays, low: (d) => d.getUTCDate(), high: monthYear, over: monthly(1), room: 24 },
    ...[1, 3, 6].map((n) => ({ size: n * 30.4 * DAY, walk: monthly(n), low: (d) => short.format(d), high: (d) => year(d.getUTCFullYear()), over: yearly(1), room: 44 })),
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((n) => ({ size: n * 365.25 * DAY, walk: yearly(n), low: (d) => year(d.getUTCFullYear()), high: null, over: null, room: 54 })),
  ];

  const percent = (x) => `${(x * 100).toFixed(3)}%`;
  const make = (tag, className, left, text) => {
    const made = document.createElement(tag);
    made.className = className;
    made.style.left = percent(left);
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const ticks = (width) => {
    const grid = document.querySelector('.grid');
    const axis = document.querySelector('.scale');
    const lines = [];
    const labels = [];
    scale.forEach((s, i) => {
      if (i) {
        for (const list of [lines, labels]) {
          const gap = make('i', 'brk', s.left - 0.025);
          gap.style.width = percent(0.025);
          list.push(gap);
        }
      }
      const pixels = s.width * width;
      const step = ladder.find((one) => (one.size / (s.b - s.a)) * pixels >= one.room) || ladder[ladder.length - 1];
      let before = -Infinity;
      const low = [...step.walk(s.a, s.b)];
      for (const t of low) {
        const x = place(t);
        lines.push(make('i', '', x));
        // A label that would run over the end of its stretch is left out.
        if ((x - before) * width < step.room || (x - s.left) * width < 6 || (s.left + s.width - x) * width < step.room / 2) continue;
        labels.push(make('span', 'lo', x, step.low(date(t))));
        before = x;
      }
      if (step.high) {
        const over = [s.a, ...step.over(s.a, s.b)];
        let end = -Infinity;
        over.forEach((t, n) => {
          const x = place(t);
          const next = n + 1 < over.length ? place(over[n + 1]) : s.left + s.width;
          const text = step.high(date(t));
          if ((next - x) * width < text.length * 6.4 || x < end) {
            if (over.length > 1) return;
          }
          labels.push(make('span', 'hi', x + 3 / width, text));
          end = x + (text.length * 6.4) / width;
        });
      } else if (!low.length) {
        labels.push(make('span', 'hi', s.left + 3 / width, year(date((s.a + s.b) / 2).getUTCFullYear())));
      }
    });
    grid.replaceChildren(...lines);
    axis.replaceChildren(...labels, ...clashes());
  };

  /** The conflicts where they lie; those at one place stand next to each other. */
  const clashes = () => {
    const taken = new Map();
    return cards.filter((card) => card.classList.contains('conflict') && card.dataset.f).slice(0, 60).map((card) => {
      const x = (place(number(card, 'f')) + place(number(card, 't') ?? number(card, 'f'))) / 2;
      const key = x.toFixed(3);
      const nth = taken.get(key) || 0;
      taken.set(key, nth + 1);
      const mark = make('button', card.classList.contains('on') ? 'on' : '', x, card.querySelector('.sign').textContent);
      mark.type = 'button';
      mark.tabIndex = -1;
      mark.style.marginLeft = `${nth * 21 - 9}px`;
      mark.title = card.querySelector('.title').textContent.trim();
      mark.addEventListener('click', () => {
        choose(card);
        card.scrollIntoView({ block: 'nearest' });
      });
      return mark;
    });
  };

  // --- What is drawn in the rows.

  const stretch = (element, from, to) => {
    const [a, b] = [place(from), place(to)];
    element.style.left = percent(a);
    element.style.width = percent(Math.max(b - a, 0));
    return element;
  };
  const FADE = 0.06;
  const bar = (kind, from, to) => {
    const made = document.createElement('i');
    made.className = kind;
    if (from === null) {
      made.classList.add('openl');
      const end = place(to);
      made.style.left = percent(Math.max(end - FADE, 0));
      made.style.width = percent(Math.min(FADE, end));
      return made;
    }
    if (to === null) {
      made.classList.add('openr');
      made.style.left = percent(place(from));
      made.style.width = percent(Math.min(FADE, 1 - place(from)));
      return made;
    }
    return stretch(made, from, to);
  };
  for (const row of rows) {
    const track = row.querySelector('.track');
    const [from, to, w] = ['f', 't', 'w'].map((key) => number(row, key));
    const each = all('.each', track);
    each.forEach((one, n) => {
      const [a, b] = [number(one, 'f'), number(one, 't')];
      if (a === null || b === null) {
        one.remove();
        return;
      }
      stretch(one, a, b);
      const room = Math.max(14, each.length * 5);
      one.style.top = `calc(50% - ${room / 2}px + ${n * 5}px)`;
    });
    if (each.length > 5) track.style.minHeight = `${each.length * 5 + 14}px`;
    if (w !== null && from !== null) track.prepend(bar('win', from, w));
    if (number(row, 'cf') !== null) track.prepend(bar('core', number(row, 'cf'), number(row, 'ct')));
    const certain = number(row, 'cf') === from && number(row, 'ct') === to;
    if ((from !== null || to !== null) && !certain) track.prepend(bar('may', from, to));
    track.addEventListener('click', () => choose(row));
  }

  // --- Zoom. The names stay where they are; what is in the middle stays there.

  let zoom = 1;
  const draw = () => {
    if (!chart) return;
    const inner = chart.querySelector('.inner');
    const seen = chart.clientWidth;
    chart.style.setProperty('--seen', `${seen}px`);
    const label = parseFloat(getComputedStyle(document.querySelector('.grid')).left) || 0;
    inner.style.width = zoom === 1 ? '' : `${label + (seen - label) * zoom}px`;
    ticks(document.querySelector('.grid').clientWidth);
  };
  const setZoom = (next) => {
    const middle = (chart.scrollLeft + chart.clientWidth / 2) / chart.scrollWidth;
    zoom = Math.min(Math.max(next, 1), 128);
    draw();
    chart.scrollLeft = middle * chart.scrollWidth - chart.clientWidth / 2;
  };
  for (const button of all('[data-zoom]')) {
    const act = button.dataset.zoom;
    button.addEventListener('click', () => setZoom(act === 'fit' ? 1 : act === 'in' ? zoom * 2 : zoom / 2));
  }
  if (chart) {
    chart.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setZoom(zoom * (event.deltaY < 0 ? 1.25 : 0.8));
    }, { passive: false });
    if (scale.length < 2) document.querySelector('.k-brk').parentElement.remove();
    if (cards.some((card) => card.classList.contains('conflict') && card.dataset.f)) document.querySelector('.axis').classList.add('clash');
    draw();
    addEventListener('resize', draw);
  }

  // --- Choosing: the sentences light up in the articles, and what rests on them in the chart.

  const body = document.body;
  const clear = () => {
    all('.on, .lit, .touched').forEach((one) => one.classList.remove('on', 'lit', 'touched'));
    all('.name[aria-expanded=true], .title[aria-expanded=true]').forEach((button) => {
      button.setAttribute('aria-expanded', 'false');
      document.getElementById(button.getAttribute('aria-controls')).hidden = true;
    });
    chart?.classList.remove('dim');
    texts.classList.remove('open');
    body.classList.remove('peek');
  };
  const light = (wanted) => {
    const set = new Set(wanted);
    const marks = all('[data-m]', texts);
    const lit = marks.filter((mark) => numbers(mark.dataset.m).some((n) => set.has(n)));
    marks.forEach((mark) => mark.classList.remove('lit'));
    lit.forEach((mark) => mark.classList.add('lit'));
    if (!lit.length) return;
    texts.classList.add('open');
    body.classList.add('peek');
    // The first words asked for, in the order asked for, come to the upper third.
    const first = lit.find((mark) => numbers(mark.dataset.m).includes(wanted[0])) || lit[0];
    const scrolls = getComputedStyle(texts).overflowY !== 'visible' && texts.scrollHeight > texts.clientHeight;
    if (scrolls) texts.scrollTop += first.getBoundingClientRect().top - texts.getBoundingClientRect().top - texts.clientHeight / 4;
  };
  const choose = (element, keep) => {
    const was = element.classList.contains('on');
    clear();
    if (was && !keep) {
      draw();
      return;
    }
    element.classList.add('on');
    const button = element.querySelector('.name, .title');
    button.setAttribute('aria-expanded', 'true');
    document.getElementById(button.getAttribute('aria-controls')).hidden = false;
    const wanted = numbers(element.dataset.s);
    const shares = (one) => numbers(one.dataset.s).some((n) => wanted.includes(n));
    if (element.classList.contains('card')) {
      const touched = rows.filter(shares);
      touched.forEach((row) => row.classList.add('lit'));
      if (touched.length) chart.classList.add('dim');
    } else {
      cards.filter((card) => !card.classList.contains('claim')).filter(shares).forEach((card) => card.classList.add('touched'));
    }
    light(wanted);
    draw();
  };
  all('.name').forEach((name) => name.addEventListener('click', () => choose(name.closest('.ev'))));
  all('.title').forEach((title) => title.addEventListener('click', () => choose(title.closest('.card'))));
  all('.cite').forEach((cite) => cite.addEventListener('click', () => light([cite.dataset.s])));
  texts.querySelector('.close').addEventListener('click', clear);
  all('[data-m]', texts).forEach((mark) => mark.addEventListener('click', () => {
    const told = numbers(mark.dataset.m);
    const row = rows.find((one) => numbers(one.dataset.s).some((n) => told.includes(n)));
    if (!row) return;
    choose(row, true);
    light(told);
    row.scrollIntoView({ block: 'nearest' });
  }));

  // --- Keys: one stop for Tab in each list, arrows inside it.

  for (const list of [all('.name'), ...all('.cards').map((one) => all('.title', one))]) {
    list.forEach((button, i) => {
      button.tabIndex = i ? -1 : 0;
      button.addEventListener('focus', () => list.forEach((one) => { one.tabIndex = one === button ? 0 : -1; }));
      button.addEventListener('keydown', (event) => {
        const to = { ArrowDown: i + 1, ArrowUp: i - 1, Home: 0, End: list.length - 1 }[event.key];
        if (to === undefined || !list[to]) return;
        event.preventDefault();
        list[to].focus();
      });
    });
  }
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') clear();
  });

  // A link to an event opens with it: page.html#warning.
  const named = decodeURIComponent(location.hash.slice(1));
  const asked = named && rows.find((row) => row.dataset.id === named);
  if (asked) {
    choose(asked, true);
    asked.scrollIntoView({ block: 'center' });
  }
})();
