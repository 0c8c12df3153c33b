/** Opens what is to be printed and adds one button to open all transcripts. The page is complete without it. */
export const PAGE_SCRIPT = `(() => {
  const all = (query) => [...document.querySelectorAll(query)];
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = all('details.prints:not([open])');
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
  const openTarget = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  };
  addEventListener('hashchange', openTarget);
  openTarget();
})();
`;
