// Comfort for pages that work without it. One file for every shop page; nothing here is needed to buy.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// What only a script can do is hidden until there is one.
for (const button of all('[data-step][hidden], [data-dismiss][hidden], [data-copy][hidden], [data-print][hidden]')) {
  button.hidden = false;
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('button');
  if (!button) return;
  if (button.dataset.step) step(button);
  if ('dismiss' in button.dataset) button.closest('[data-toast]')?.remove();
  if ('print' in button.dataset) print();
  if (button.dataset.copy) copy(button);
  if ('themeToggle' in button.dataset) toggleTheme(event, button);
});

function step(button) {
  const input = button.closest('[data-stepper]').querySelector('input');
  const before = input.value;
  button.dataset.step === '1' ? input.stepUp() : input.stepDown();
  if (input.value !== before) input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function copy(button) {
  await navigator.clipboard?.writeText(button.dataset.copy);
  const said = button.textContent;
  button.textContent = button.dataset.copied ?? said;
  setTimeout(() => {
    button.textContent = said;
  }, 2000);
}

// The same cookie the form would set, without leaving the page.
function toggleTheme(event, button) {
  event.preventDefault();
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  button.value = dark ? 'dark' : 'light';
  // biome-ignore lint/suspicious/noDocumentCookie: the CookieStore is missing in many browsers our readers have.
  document.cookie = `theme=${root.dataset.theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

// A filter form sends itself; its button is for those without a script.
for (const form of all('form[data-auto-submit]')) {
  for (const button of all('[data-manual]', form)) button.hidden = true;
  let timer;
  form.addEventListener('change', () => {
    clearTimeout(timer);
    timer = setTimeout(() => form.requestSubmit(), 250);
  });
  // What was left empty does not stand in the address.
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
}

// A select that depends on another: <select data-depends="county" data-options="townships-json">.
for (const select of all('select[data-depends]')) {
  const parent = select.form.elements.namedItem(select.dataset.depends);
  const source = document.getElementById(select.dataset.options);
  if (!parent || !source) continue;
  const options = JSON.parse(source.textContent);
  const [first] = select.options;
  const fill = () => {
    const chosen = select.value;
    const fitting = options[parent.value] ?? [];
    select.replaceChildren(
      ...(first && first.value === '' ? [first] : []),
      ...fitting.map(([value, label]) => new Option(label, value, false, value === chosen)),
    );
  };
  parent.addEventListener('change', fill);
  fill();
}

// A select that asks the server for what depends on it: <select data-sends="id-of-the-button">.
for (const select of all('select[data-sends]')) {
  const button = document.getElementById(select.dataset.sends);
  button.hidden = true;
  select.addEventListener('change', () => select.form.requestSubmit(button));
}

// The reader lands on what is wrong, and a form is not sent twice.
document.querySelector('[data-focus]')?.focus();
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = '1';
  setTimeout(() => delete form.dataset.sent, 4000);
});
addEventListener('pageshow', () => {
  for (const form of all('form[data-sent]')) delete form.dataset.sent;
});
