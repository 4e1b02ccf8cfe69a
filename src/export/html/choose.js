// Choosing: the sentences light up in the articles, and what rests on them in the chart.

/** Brings an element into sight below the axis, which stays on top. */
const bring = (element) => {
  const box = element.getBoundingClientRect();
  const top = element.closest('.chart') ? one('.top').getBoundingClientRect().height : 0;
  const pane = element.closest('.tall');
  const ceiling = (pane ? Math.max(pane.getBoundingClientRect().top, 0) : 0) + top + 8;
  const floor = innerHeight - (document.body.classList.contains('peek') ? innerHeight * 0.45 : 0);
  if (box.top >= ceiling && box.top + Math.min(box.height, 160) <= floor) return;
  if (pane) pane.scrollTop += box.top - ceiling;
  else scrollBy(0, box.top - ceiling);
  if (pane) pane.scrollIntoView({ block: 'nearest' });
};
const clear = () => {
  all('.on, .lit, .touched').forEach((it) => it.classList.remove('on', 'lit', 'touched'));
  all('main [aria-expanded=true]').forEach((button) => {
    button.setAttribute('aria-expanded', 'false');
    document.getElementById(button.getAttribute('aria-controls')).hidden = true;
  });
  chart?.classList.remove('dim');
  texts.classList.remove('open');
  document.body.classList.remove('peek');
  one('.told').textContent = '';
};
const light = (wanted) => {
  const set = new Set(wanted);
  const marks = all('[data-m]', texts);
  const lit = marks.filter((mark) => numbers(mark.dataset.m).some((n) => set.has(n)));
  marks.forEach((mark) => mark.classList.remove('lit'));
  lit.forEach((mark) => mark.classList.add('lit'));
  if (!lit.length) return;
  texts.classList.add('open');
  if (getComputedStyle(texts).position === 'fixed') document.body.classList.add('peek');
  // The first words asked for, in the order asked for, come to the upper third.
  const first = lit.find((mark) => numbers(mark.dataset.m).includes(wanted[0])) || lit[0];
  if (getComputedStyle(texts).overflowY !== 'visible') {
    texts.scrollTop += first.getBoundingClientRect().top - texts.getBoundingClientRect().top - texts.clientHeight / 4;
  }
};
const choose = (element, keep) => {
  const was = element.classList.contains('on');
  clear();
  if (!was || keep) {
    element.classList.add('on');
    const button = one('[aria-controls]', element);
    button.setAttribute('aria-expanded', 'true');
    document.getElementById(button.getAttribute('aria-controls')).hidden = false;
    const wanted = numbers(element.dataset.s);
    const shares = (it) => numbers(it.dataset.s).some((n) => wanted.includes(n));
    if (element.classList.contains('card')) {
      const touched = rows.map((row) => row.element).filter(shares);
      touched.forEach((row) => row.classList.add('lit'));
      if (touched.length) chart.classList.add('dim');
      if (touched.length && chart.matches('.tall')) {
        chart.scrollTop += touched[0].getBoundingClientRect().top - one('.top').getBoundingClientRect().bottom - 60;
      }
    } else {
      cards.filter((card) => !card.classList.contains('claim') && shares(card)).forEach((card) => card.classList.add('touched'));
    }
    light(wanted);
    one('.told').textContent = all('.lit', texts).map((mark) => mark.textContent).join(' ');
  }
  draw();
};
all('main [aria-controls]').forEach((button) => button.addEventListener('click', () => choose(button.closest('.ev, .card'))));
const { see } = one('main').dataset;
all('.cite').forEach((cite) => {
  cite.setAttribute('aria-label', `${see}: ${cite.textContent}`);
  cite.addEventListener('click', () => light([cite.dataset.s]));
});
one('.close').addEventListener('click', () => {
  texts.classList.remove('open');
  document.body.classList.remove('peek');
});
all('[data-m]', texts).forEach((mark) => mark.addEventListener('click', () => {
  const told = numbers(mark.dataset.m);
  const row = rows.find(({ element }) => numbers(element.dataset.s).some((n) => told.includes(n)));
  if (!row) return;
  const seen = texts.scrollTop;
  choose(row.element, true);
  texts.scrollTop = seen;
  bring(row.element);
}));

// --- Keys: one stop for Tab in each list, arrows inside it.

for (const list of [all('.ev .name'), ...all('.cards').map((it) => all('.title', it))]) {
  list.forEach((button, i) => {
    button.tabIndex = i ? -1 : 0;
    button.addEventListener('focus', () => list.forEach((it) => { it.tabIndex = it === button ? 0 : -1; }));
    button.addEventListener('keydown', (event) => {
      const to = { ArrowDown: i + 1, ArrowUp: i - 1, Home: 0, End: list.length - 1 }[event.key];
      if (to === undefined || !list[to]) return;
      event.preventDefault();
      list[to].focus();
    });
  });
}
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  clear();
  draw();
});

// A link to an event opens with it: page.html#warning.
const asked = rows.find((row) => [row.element.dataset.id, encodeURIComponent(row.element.dataset.id)].includes(location.hash.slice(1)));
if (asked) {
  choose(asked.element, true);
  bring(asked.element);
}
